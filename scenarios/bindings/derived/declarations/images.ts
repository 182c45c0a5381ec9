/** Images that come from elsewhere, and what builds images. */
import type { ResourceDeclaration } from '../declaration.ts';
import { heldItems } from '../take.ts';

const image = {
  key: 'ImageId',
  id: 'ImageId',
  fields: { name: 'ImageName' },
  read: { action: 'DescribeImages', by: 'ImageId', item: 'Images.Image' },
  ready: { field: 'Status', values: ['Available'] },
  tags: 'image',
} as const;

const imageCopy: ResourceDeclaration = {
  ...image,
  type: 'alicloud_image_copy',
  create: [
    {
      action: 'CopyImage',
      parameters: {
        source_image_id: 'ImageId',
        image_name: 'DestinationImageName',
        description: 'DestinationDescription',
      },
      // It is called in the source's region, and the copy is in the provider's.
      set: {
        RegionId: ({ source_region_id: region }) => region,
        DestinationRegionId: (_, { regionId }) => regionId,
      },
      omit: ['source_region_id', 'name'],
    },
  ],
  update: ['ModifyImageAttribute'],
  parameters: { name: 'ImageName' },
  delete: 'DeleteImage',
};

const imageImport: ResourceDeclaration = {
  ...image,
  type: 'alicloud_image_import',
  create: ['ImportImage'],
  update: ['ModifyImageAttribute'],
  delete: { action: 'DeleteImage', set: { Force: true } },
  also: (item) => ({
    disk_device_mapping: heldItems(item, 'diskDeviceMappings', 'diskDeviceMapping').map((disk) => ({
      device: disk['device'] ?? '',
      disk_image_size: Number(disk['size']),
      format: disk['format'] ?? '',
      oss_bucket: disk['importOSSBucket'] ?? '',
      oss_object: disk['importOSSObject'] ?? '',
    })),
  }),
};

const component: ResourceDeclaration = {
  type: 'alicloud_ecs_image_component',
  id: 'ImageComponentId',
  key: 'ImageComponentId',
  parameters: { image_component_name: 'Name' },
  fields: { image_component_name: 'Name' },
  create: ['CreateImageComponent'],
  read: {
    action: 'DescribeImageComponents',
    by: 'ImageComponentId',
    item: 'ImageComponent.ImageComponentSet',
  },
  delete: 'DeleteImageComponent',
  tags: 'imagecomponent',
  group: 'imagecomponent',
};

const pipeline: ResourceDeclaration = {
  type: 'alicloud_ecs_image_pipeline',
  id: 'ImagePipelineId',
  key: 'ImagePipelineId',
  parameters: { add_account: 'AddAccount', to_region_id: 'ToRegionId' },
  fields: { add_account: 'AddAccounts', to_region_id: 'ToRegionIds' },
  create: ['CreateImagePipeline'],
  read: { action: 'DescribeImagePipelines', by: 'ImagePipelineId', item: 'ImagePipeline.ImagePipelineSet' },
  delete: 'DeleteImagePipeline',
  tags: 'imagepipeline',
};

/** What ran stays on record: nothing is called to delete it (resource_alicloud_ecs_image_pipeline_execution.go). */
const execution: ResourceDeclaration = {
  type: 'alicloud_ecs_image_pipeline_execution',
  id: 'ExecutionId',
  key: 'ExecutionId',
  create: ['StartImagePipelineExecution'],
  read: {
    action: 'DescribeImagePipelineExecutions',
    by: 'ExecutionId',
    item: 'ImagePipelineExecution.ImagePipelineExecutionSet',
  },
  clientSide: { status: 'CANCELLED stops the run' },
};

export const images: readonly ResourceDeclaration[] = [
  imageCopy,
  imageImport,
  component,
  pipeline,
  execution,
];
