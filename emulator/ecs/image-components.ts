import type { EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { ImageComponent } from '../state/rows/image-building.ts';
import { fault } from '../wire/fault.ts';
import { wildcard } from './image-filters.ts';
import { readChoice } from './choices.ts';
import { checkBuildingTexts } from './image-building-request.ts';
import { pageByToken } from './paging.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';

/** Makes a piece of a build that pipelines can use. Its commands are kept as they are. */
export const createImageComponent: EcsOperation<'CreateImageComponent'> = (request, context) => {
  const { name = '', description = '', content = '', componentVersion = '' } = request;
  checkBuildingTexts(name, description);
  if (content === '') throw fault('MissingParameter', { Parameter: 'Content' });
  const id = context.newId('ic');
  context.tables.imageComponents.insert({
    id,
    accountId: context.accountId,
    regionId: context.regionId,
    name: name || id,
    description,
    componentType: readChoice('ComponentType', request.componentType, ['Build', 'Test']),
    componentVersion: componentVersion || '1.0.0',
    systemType: readChoice('SystemType', request.systemType, ['Linux', 'Windows']),
    content,
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  return { imageComponentId: id };
};

export const deleteImageComponent: EcsOperation<'DeleteImageComponent'> = (request, context) => {
  const { imageComponentId: id } = request;
  if (context.tables.imageComponents.getOwn(id, context) === undefined) {
    throw fault('InvalidImageComponentId.NotFound', { Id: id });
  }
  context.tables.imageComponents.delete(id);
  return {};
};

const limits = { defaultSize: 50, maxResults: 500 } as const;

/** Lists own components, newest first; there are none of Alibaba Cloud's here. */
export const describeImageComponents: EcsOperation<'DescribeImageComponents'> = (request, context) => {
  const { imageComponentId: ids = [], name = '', owner = '', resourceGroupId = '' } = request;
  const { componentType = '', systemType = '', componentVersion = '' } = request;
  const nameMatches = name === '' ? undefined : wildcard(name);
  const hasTags = tagFilter(request.tag);
  const found = [...context.tables.imageComponents.list(context)].filter(
    (component) =>
      owner !== 'ALIYUN' &&
      (ids.length === 0 || ids.includes(component.id)) &&
      (nameMatches?.test(component.name) ?? true) &&
      (componentType === '' || component.componentType === componentType) &&
      (systemType === '' || component.systemType === systemType) &&
      (componentVersion === '' || component.componentVersion === componentVersion) &&
      (resourceGroupId === '' || component.resourceGroupId === resourceGroupId) &&
      (hasTags?.(component) ?? true),
  );
  const { items, info } = pageByToken(found, request, context, limits);
  return {
    ...info,
    imageComponent: { imageComponentSet: items.map(describe) },
  };
};

const describe = (component: ImageComponent) => ({
  imageComponentId: component.id,
  name: component.name,
  description: component.description,
  componentType: component.componentType,
  componentVersion: component.componentVersion,
  systemType: component.systemType,
  content: component.content,
  owner: 'SELF',
  parameters: { parameter: [] },
  creationTime: toIsoSeconds(component.createdAt),
  resourceGroupId: component.resourceGroupId,
  tags: { tag: toTagList(component.tags) },
});
