import { findInstanceType } from '../catalog/instance-types.ts';
import type { EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { ImagePipeline } from '../state/rows/image-building.ts';
import { fault } from '../wire/fault.ts';
import { readChoice } from './choices.ts';
import { checkBuildingTexts } from './image-building-request.ts';
import { requireBaseImage } from './image-pipeline-base.ts';
import { requirePipeline } from './image-pipeline-lookup.ts';
import { requireVSwitch } from './instance-placement.ts';
import { pageByToken } from './paging.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';

/** Makes a recipe for images. What ToRegionId.N names is kept, but nothing is copied there. */
export const createImagePipeline: EcsOperation<'CreateImagePipeline'> = (request, context) => {
  const { name = '', description = '', baseImage = '', addAccount = [], toRegionId = [] } = request;
  const { instanceType = '', vSwitchId = '', systemDiskSize = 40 } = request;
  checkBuildingTexts(name, description);
  const baseImageType = readChoice('BaseImageType', request.baseImageType, ['IMAGE', 'IMAGE_FAMILY']);
  if (baseImage === '') throw fault('MissingParameter', { Parameter: 'BaseImage' });
  requireBaseImage(context, baseImage, baseImageType);
  if (instanceType !== '' && findInstanceType(instanceType) === undefined) {
    throw fault('InvalidInstanceType.ValueNotSupported', { InstanceType: instanceType });
  }
  if (vSwitchId !== '') requireVSwitch(context, vSwitchId);
  const refuse = (parameter: string, reason: string): never => {
    throw fault('InvalidParameter', { Parameter: parameter, Reason: reason });
  };
  if (systemDiskSize < 20 || systemDiskSize > 500) refuse('SystemDiskSize', 'it must be from 20 to 500');
  if (addAccount.length > 20) refuse('AddAccount', 'it takes up to 20 accounts');
  if (toRegionId.length > 20) refuse('ToRegionId', 'it takes up to 20 regions');
  const id = context.newId('ip');
  context.tables.imagePipelines.insert({
    id,
    accountId: context.accountId,
    regionId: context.regionId,
    name: name || id,
    description,
    baseImage,
    baseImageType,
    buildContent: request.buildContent ?? '',
    testContent: request.testContent ?? '',
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the provider sends it
    imageName: request.imageName ?? '',
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- as ImageName, with older clients
    imageFamily: request.imageFamily ?? '',
    instanceType,
    vswitchId: vSwitchId,
    systemDiskSize,
    internetMaxBandwidthOut: request.internetMaxBandwidthOut ?? 0,
    deleteInstanceOnFailure: request.deleteInstanceOnFailure ?? true,
    addAccounts: addAccount.map(String),
    toRegionIds: toRegionId,
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  return { imagePipelineId: id };
};

/** Deletes a recipe; the images that were made by it stay. */
export const deleteImagePipeline: EcsOperation<'DeleteImagePipeline'> = (request, context) => {
  context.tables.imagePipelines.delete(requirePipeline(context, request.imagePipelineId).id);
  return {};
};

const limits = { defaultSize: 50, maxResults: 500 } as const;

export const describeImagePipelines: EcsOperation<'DescribeImagePipelines'> = (request, context) => {
  const { imagePipelineId: ids = [], name = '', resourceGroupId = '' } = request;
  const hasTags = tagFilter(request.tag);
  const found = [...context.tables.imagePipelines.list(context)].filter(
    (pipeline) =>
      (ids.length === 0 || ids.includes(pipeline.id)) &&
      (name === '' || pipeline.name === name) &&
      (resourceGroupId === '' || pipeline.resourceGroupId === resourceGroupId) &&
      (hasTags?.(pipeline) ?? true),
  );
  const { items, info } = pageByToken(found, request, context, limits);
  return {
    ...info,
    imagePipeline: { imagePipelineSet: items.map(describe) },
  };
};

const describe = (pipeline: ImagePipeline) => ({
  imagePipelineId: pipeline.id,
  name: pipeline.name,
  description: pipeline.description,
  baseImage: pipeline.baseImage,
  baseImageType: pipeline.baseImageType,
  buildContent: pipeline.buildContent,
  testContent: pipeline.testContent,
  imageName: pipeline.imageName,
  imageFamily: pipeline.imageFamily,
  instanceType: pipeline.instanceType,
  vSwitchId: pipeline.vswitchId,
  systemDiskSize: pipeline.systemDiskSize,
  internetMaxBandwidthOut: pipeline.internetMaxBandwidthOut,
  deleteInstanceOnFailure: pipeline.deleteInstanceOnFailure,
  addAccounts: { addAccount: [...pipeline.addAccounts] },
  toRegionIds: { toRegionId: [...pipeline.toRegionIds] },
  creationTime: toIsoSeconds(pipeline.createdAt),
  resourceGroupId: pipeline.resourceGroupId,
  tags: { tag: toTagList(pipeline.tags) },
});
