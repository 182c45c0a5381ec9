/**
 * data alicloud_images (provider v1.240.0, data_source_alicloud_images.go).
 */
import { flagOf, textMapOf, textOf } from './argument-values.ts';
import { attributes, idOfIds } from './attributes.ts';
import type { Api, Arguments, Attributes, DataBinding } from './binding.ts';
import { InvalidArgumentsError } from './binding.ts';
import { goExpression } from './go-expression.ts';
import { tagMap, tagsOf } from './tags.ts';

const query = async (values: Arguments, api: Api): Promise<Attributes> => {
  const nameRegex = textOf(values, 'name_regex');
  const asked = [nameRegex, textOf(values, 'owners'), textOf(values, 'image_owner_id')];
  const mostRecent = flagOf(values, 'most_recent') === true;
  if (asked.every((value) => value === undefined) && !mostRecent) {
    throw new InvalidArgumentsError(
      'alicloud_images needs one of name_regex, owners, most_recent and image_owner_id',
    );
  }
  const name = nameRegex === undefined ? undefined : goExpression(nameRegex);
  const named = (await describeImages(values, api)).filter(
    ({ imageName = '' }) => name === undefined || (imageName !== '' && name.test(imageName)),
  );
  const images = mostRecent ? newestOf(named) : named;
  const ids = images.map(({ imageId = '' }) => imageId);
  return attributes({ id: idOfIds(ids), ids, images: images.map(describe) });
};

type Image = Awaited<ReturnType<typeof describeImages>>[number];

/** All pages. */
const describeImages = async (values: Arguments, api: Api) => {
  const pageSize = 100;
  const owner = Number(textOf(values, 'image_owner_id'));
  const page = async (pageNumber: number) => {
    const answer = await api.ecs('DescribeImages', {
      regionId: api.regionId,
      pageNumber,
      pageSize,
      imageOwnerAlias: textOf(values, 'owners'),
      imageOwnerId: Number.isNaN(owner) ? undefined : owner,
      status: textOf(values, 'status'),
      imageId: textOf(values, 'image_id'),
      imageName: textOf(values, 'image_name'),
      snapshotId: textOf(values, 'snapshot_id'),
      imageFamily: textOf(values, 'image_family'),
      instanceType: textOf(values, 'instance_type'),
      resourceGroupId: textOf(values, 'resource_group_id'),
      usage: textOf(values, 'usage'),
      architecture: textOf(values, 'architecture'),
      OSType: textOf(values, 'os_type'),
      actionType: textOf(values, 'action_type'),
      // The provider reads these with d.GetOk: false is as good as nothing.
      isSupportIoOptimized: flagOf(values, 'is_support_io_optimized') === true ? true : undefined,
      isSupportCloudinit: flagOf(values, 'is_support_cloud_init') === true ? true : undefined,
      dryRun: flagOf(values, 'dry_run') === true ? true : undefined,
      tag: Object.keys(textMapOf(values['tags'])).length === 0 ? undefined : tagsOf(values),
    });
    return answer.images?.image ?? [];
  };
  const all = await page(1);
  let length = all.length;
  for (let pageNumber = 2; length === pageSize; pageNumber++) {
    const more = await page(pageNumber);
    length = more.length;
    all.push(...more);
  }
  return all;
};

const newestOf = (images: readonly Image[]): Image[] => {
  const time = ({ creationTime = '' }: Image): number => Date.parse(creationTime) || 0;
  return [...images].sort((one, other) => time(one) - time(other)).slice(-1);
};

const describe = (image: Image) => ({
  id: image.imageId,
  image_id: image.imageId,
  architecture: image.architecture,
  creation_time: image.creationTime,
  description: image.description,
  image_owner_alias: image.imageOwnerAlias,
  os_type: image.OSType,
  os_name: image.OSName,
  os_name_en: image.OSNameEn,
  name: image.imageName,
  platform: image.platform,
  status: image.status,
  state: image.status,
  size: image.size,
  is_self_shared: image.isSelfShared ?? '',
  is_subscribed: image.isSubscribed,
  is_copied: image.isCopied,
  is_support_io_optimized: image.isSupportIoOptimized,
  image_version: image.imageVersion,
  progress: image.progress,
  usage: image.usage,
  product_code: image.productCode ?? '',
  disk_device_mappings: (image.diskDeviceMappings?.diskDeviceMapping ?? []).map((mapping) => ({
    device: mapping.device,
    size: mapping.size,
    snapshot_id: mapping.snapshotId ?? '',
  })),
  // The provider asks DescribeTags for each image; the tags of the list are the same.
  tags: tagMap(image.tags?.tag),
});

const text = { type: 'string' } as const;

export const images: DataBinding = {
  type: 'alicloud_images',
  kind: 'data',
  arguments: {
    action_type: { ...text, allowed: ['CreateEcs', 'CreateOS'] },
    architecture: { ...text, allowed: ['i386', 'x86_64'] },
    dry_run: { type: 'bool' },
    image_family: text,
    image_id: text,
    image_name: text,
    image_owner_id: text,
    instance_type: text,
    is_support_cloud_init: { type: 'bool' },
    is_support_io_optimized: { type: 'bool' },
    most_recent: { type: 'bool', default: false },
    name_regex: text,
    os_type: { ...text, allowed: ['windows', 'linux'] },
    output_file: text,
    owners: { ...text, allowed: ['system', 'self', 'others', 'marketplace', ''] },
    resource_group_id: text,
    snapshot_id: text,
    status: {
      ...text,
      default: 'Available',
      allowed: ['Available', 'Creating', 'Waiting', 'UnAvailable', 'CreateFailed', 'Deprecated'],
    },
    tags: { type: 'map' },
    usage: { ...text, allowed: ['instance', 'none'] },
  },
  query,
};
