/**
 * alicloud_image (provider v1.240.0, resource_alicloud_image.go).
 */
import { nullIfNotFound } from './api-error.ts';
import { blocksOf, flagOf, numberOf, textOf } from './argument-values.ts';
import { attributes } from './attributes.ts';
import type { Api, Arguments, Attributes, ResourceBinding } from './binding.ts';
import { setEcsTags, tagMap, tagsOf } from './tags.ts';
import { waitFor } from './wait.ts';

const create = async (values: Arguments, api: Api): Promise<string> => {
  const mappings = blocksOf(values, 'disk_device_mapping').map((block) => ({
    snapshotId: textOf(block, 'snapshot_id'),
    size: numberOf(block, 'size'),
    device: textOf(block, 'device'),
    diskType: textOf(block, 'disk_type'),
  }));
  const { imageId = '' } = await api.ecs('CreateImage', {
    regionId: api.regionId,
    imageName: textOf(values, 'image_name') ?? textOf(values, 'name'),
    description: textOf(values, 'description'),
    instanceId: textOf(values, 'instance_id'),
    snapshotId: textOf(values, 'snapshot_id'),
    diskDeviceMapping: mappings.length === 0 ? undefined : mappings,
    architecture: textOf(values, 'architecture'),
    platform: textOf(values, 'platform'),
    imageFamily: textOf(values, 'image_family'),
    imageVersion: textOf(values, 'image_version'),
    bootMode: textOf(values, 'boot_mode'),
    detectionStrategy: textOf(values, 'detection_strategy'),
    resourceGroupId: textOf(values, 'resource_group_id'),
    tag: tagsOf(values),
  });
  const status = async (): Promise<string | null> =>
    (await describe(imageId, api, 'Creating,Waiting,Available,UnAvailable,CreateFailed'))?.status ?? null;
  await waitFor(api, `status Available of the image ${imageId}`, status, 'Available', ['CreateFailed']);
  return imageId;
};

/** @param status statuses to find it in; without, the API finds it only once it is Available */
const describe = async (id: string, api: Api, status?: string) => {
  const request = { regionId: api.regionId, imageId: id, status };
  const answer = await nullIfNotFound(api.ecs('DescribeImages', request));
  return answer?.images?.image?.[0] ?? null;
};

const read = async (id: string, api: Api): Promise<Attributes | null> => {
  const image = await describe(id, api);
  if (image === null) return null;
  return attributes({
    id,
    architecture: image.architecture,
    boot_mode: image.bootMode,
    create_time: image.creationTime,
    description: image.description,
    image_family: image.imageFamily,
    image_name: image.imageName,
    name: image.imageName,
    image_version: image.imageVersion,
    platform: image.platform,
    resource_group_id: image.resourceGroupId,
    status: image.status,
    disk_device_mapping: (image.diskDeviceMappings?.diskDeviceMapping ?? []).map((mapping) => ({
      device: mapping.device,
      disk_type: mapping.type,
      format: mapping.format,
      import_oss_bucket: mapping.importOSSBucket,
      import_oss_object: mapping.importOSSObject,
      progress: mapping.progress,
      remain_time: mapping.remainTime,
      size: mapping.size === undefined ? undefined : Number(mapping.size),
      snapshot_id: mapping.snapshotId,
    })),
    features: image.features === undefined ? undefined : [{ nvme_support: image.features.nvmeSupport }],
    tags: tagMap(image.tags?.tag),
  });
};

const update = async (id: string, changes: Arguments, api: Api, values: Arguments): Promise<void> => {
  const names = ['description', 'name', 'image_name', 'image_family', 'boot_mode'];
  if (names.some((name) => name in changes)) {
    const nvmeSupport = textOf(blocksOf(values, 'features')[0] ?? {}, 'nvme_support');
    await api.ecs('ModifyImageAttribute', {
      regionId: api.regionId,
      imageId: id,
      imageName: textOf(changes, 'image_name') ?? textOf(changes, 'name'),
      description: 'description' in changes ? (textOf(changes, 'description') ?? '') : undefined,
      imageFamily: 'image_family' in changes ? (textOf(changes, 'image_family') ?? '') : undefined,
      bootMode: textOf(changes, 'boot_mode'),
      licenseType: textOf(values, 'license_type'),
      features: nvmeSupport === undefined ? undefined : { nvmeSupport },
    });
  }
  if (textOf(changes, 'resource_group_id') !== undefined) {
    await api.ecs('JoinResourceGroup', {
      regionId: api.regionId,
      resourceId: id,
      resourceType: 'image',
      resourceGroupId: textOf(changes, 'resource_group_id'),
    });
  }
  if (changes['tags'] !== undefined) {
    await setEcsTags(api, 'image', id, tagMap((await describe(id, api))?.tags?.tag), changes['tags']);
  }
};

/** Asks first whether it is there; with `delete_auto_snapshot` its snapshots go as well. */
const remove = async (id: string, api: Api, values: Arguments): Promise<void> => {
  const anyStatus = 'Creating,Waiting,Available,UnAvailable,CreateFailed';
  const image = await describe(id, api, anyStatus);
  if (image === null) return;
  await api.ecs('DeleteImage', { regionId: api.regionId, imageId: id, force: flagOf(values, 'force') });
  const status = async (): Promise<string | null> => (await describe(id, api, anyStatus))?.status ?? null;
  await waitFor(api, `end of the image ${id}`, status, null);
  if (flagOf(values, 'delete_auto_snapshot') !== true) return;
  for (const { snapshotId } of image.diskDeviceMappings?.diskDeviceMapping ?? []) {
    if (snapshotId === undefined || snapshotId === '') continue;
    await api.ecs('DeleteSnapshot', { snapshotId, force: true });
  }
};

const platforms = [
  ...['Aliyun', 'Anolis', 'CentOS', 'Ubuntu', 'CoreOS', 'SUSE', 'Debian', 'OpenSUSE', 'FreeBSD', 'RedHat'],
  ...['Kylin', 'UOS', 'Fedora', 'Fedora CoreOS', 'CentOS Stream', 'AlmaLinux', 'Rocky Linux', 'Gentoo'],
  ...['Customized Linux', 'Others Linux', 'Windows Server 2022', 'Windows Server 2019'],
  ...['Windows Server 2016', 'Windows Server 2012', 'Windows Server 2008', 'Windows Server 2003'],
];

export const image: ResourceBinding = {
  type: 'alicloud_image',
  kind: 'resource',
  arguments: {
    architecture: {
      type: 'string',
      forceNew: true,
      default: 'x86_64',
      allowed: ['i386', 'x86_64', 'arm64'],
    },
    boot_mode: { type: 'string', computed: true },
    delete_auto_snapshot: { type: 'bool', writeOnly: true },
    description: { type: 'string' },
    detection_strategy: { type: 'string', writeOnly: true },
    disk_device_mapping: { type: 'blocks', computed: true, forceNew: true },
    features: {
      type: 'blocks',
      computed: true,
      members: { nvme_support: { type: 'string', computed: true, forceNew: true } },
    },
    force: { type: 'bool', default: false, writeOnly: true },
    image_family: { type: 'string' },
    image_name: { type: 'string', computed: true },
    image_version: { type: 'string', forceNew: true },
    instance_id: { type: 'string', writeOnly: true },
    license_type: { type: 'string', writeOnly: true },
    name: { type: 'string', computed: true, deprecated: true },
    platform: { type: 'string', computed: true, forceNew: true, allowed: platforms },
    resource_group_id: { type: 'string', computed: true },
    snapshot_id: { type: 'string', writeOnly: true },
    tags: { type: 'map' },
  },
  rules: { conflicting: [['image_name', 'name']] },
  create,
  read,
  update,
  delete: remove,
};
