/** Prerequisites as the pages' examples have them. */
import type { GivenBlock } from '../../../scenarios/scenario.ts';

export const zones: GivenBlock = {
  address: 'data.alicloud_zones.default',
  arguments: { available_resource_creation: 'Instance' },
};

export const instanceTypes: GivenBlock = {
  address: 'data.alicloud_instance_types.default',
  arguments: { instance_type_family: 'ecs.sn1ne' },
};

export const images: GivenBlock = {
  address: 'data.alicloud_images.default',
  arguments: { name_regex: '^ubuntu_[0-9]+_[0-9]+_x64*', owners: 'system' },
};

export const vpc: GivenBlock = {
  address: 'alicloud_vpc.default',
  arguments: { vpc_name: 'example', cidr_block: '172.17.3.0/24' },
};

export const vswitch: GivenBlock = {
  address: 'alicloud_vswitch.default',
  arguments: {
    vswitch_name: 'example',
    cidr_block: '172.17.3.0/24',
    vpc_id: '${alicloud_vpc.default.id}',
    zone_id: '${data.alicloud_zones.default.zones.0.id}',
  },
};

export const securityGroup: GivenBlock = {
  address: 'alicloud_security_group.default',
  arguments: { security_group_name: 'example', vpc_id: '${alicloud_vpc.default.id}' },
};

export const instance: GivenBlock = {
  address: 'alicloud_instance.default',
  arguments: {
    availability_zone: '${data.alicloud_zones.default.zones.0.id}',
    instance_name: 'example',
    image_id: '${data.alicloud_images.default.ids.0}',
    instance_type: '${data.alicloud_instance_types.default.ids.0}',
    security_groups: ['${alicloud_security_group.default.id}'],
    vswitch_id: '${alicloud_vswitch.default.id}',
    internet_max_bandwidth_out: 10,
  },
};

export const image: GivenBlock = {
  address: 'alicloud_image.default',
  arguments: {
    image_name: 'example',
    description: 'An example',
    instance_id: '${alicloud_instance.default.id}',
  },
};

/** All of the seed page's example but the share permission itself. */
export const upToInstance: readonly GivenBlock[] = [
  zones,
  instanceTypes,
  images,
  vpc,
  vswitch,
  securityGroup,
  instance,
];
