import type { EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { LaunchTemplate } from '../state/rows/launch-template.ts';
import { fault } from '../wire/fault.ts';
import { readTemplateData } from './launch-template-data.ts';
import { requireTemplate, requireVersion, templateKey } from './launch-template-lookup.ts';
import { checkDescription, isResourceName } from './names.ts';
import { page } from './paging.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';

/** Makes a template with its first version, which is the default one. */
export const createLaunchTemplate: EcsOperation<'CreateLaunchTemplate'> = (request, context) => {
  const { launchTemplateName, versionDescription = '' } = request;
  if (!isResourceName(launchTemplateName)) {
    throw fault('InvalidLaunchTemplateName.Malformed', { Name: launchTemplateName });
  }
  checkDescription(versionDescription);
  const { launchTemplates } = context.tables;
  if (launchTemplates.by('name', templateKey(context, launchTemplateName)).count > 0) {
    throw fault('LaunchTemplateName.Duplicated', { Name: launchTemplateName });
  }
  const limit = context.quota('launchTemplatesPerRegion');
  if (launchTemplates.list(context).count >= limit && context.enforces('launch-template.count-limit')) {
    throw fault('LaunchTemplateLimitExceed', { Limit: limit });
  }
  const template = launchTemplates.insert({
    id: context.newId('lt'),
    accountId: context.accountId,
    regionId: context.regionId,
    launchTemplateName,
    defaultVersionNumber: 1,
    latestVersionNumber: 1,
    versions: [
      { versionNumber: 1, versionDescription, createdAt: context.now, data: readTemplateData(request) },
    ],
    modifiedAt: context.now,
    resourceGroupId: request.templateResourceGroupId ?? '',
    tags: readTags(request.templateTag, context),
    createdAt: context.now,
  });
  return { launchTemplateId: template.id, launchTemplateVersionNumber: 1 };
};

/** Adds a version; the default one stays. */
export const createLaunchTemplateVersion: EcsOperation<'CreateLaunchTemplateVersion'> = (
  request,
  context,
) => {
  const template = requireTemplate(context, request);
  const { versionDescription = '' } = request;
  checkDescription(versionDescription);
  const limit = context.quota('versionsPerLaunchTemplate');
  if (template.versions.length >= limit && context.enforces('launch-template.version-limit')) {
    throw fault('LaunchTemplateVersionLimitExceed', { Limit: limit });
  }
  const versionNumber = template.latestVersionNumber + 1;
  const version = {
    versionNumber,
    versionDescription,
    createdAt: context.now,
    data: readTemplateData(request),
  };
  context.tables.launchTemplates.update(template.id, {
    latestVersionNumber: versionNumber,
    versions: [...template.versions, version],
    modifiedAt: context.now,
  });
  return { launchTemplateId: template.id, launchTemplateVersionNumber: versionNumber };
};

/** Has another version serve where none is named. */
export const modifyLaunchTemplateDefaultVersion: EcsOperation<'ModifyLaunchTemplateDefaultVersion'> = (
  request,
  context,
) => {
  const template = requireTemplate(context, request);
  const { versionNumber } = requireVersion(template, request.defaultVersionNumber);
  context.tables.launchTemplates.update(template.id, {
    defaultVersionNumber: versionNumber,
    modifiedAt: context.now,
  });
  return { launchTemplateId: template.id };
};

/** Deletes a template with all of its versions; instances that were made from it go on. */
export const deleteLaunchTemplate: EcsOperation<'DeleteLaunchTemplate'> = (request, context) => {
  const template = requireTemplate(context, request);
  context.tables.launchTemplates.delete(template.id);
  return {
    launchTemplateId: template.id,
    launchTemplateVersionNumbers: {
      versionNumbers: template.versions.map(({ versionNumber }) => versionNumber),
    },
  };
};

/** Deletes versions, the default one never. */
export const deleteLaunchTemplateVersion: EcsOperation<'DeleteLaunchTemplateVersion'> = (
  request,
  context,
) => {
  const template = requireTemplate(context, request);
  const goes = new Set(request.deleteVersion.map((number) => requireVersion(template, number).versionNumber));
  if (goes.has(template.defaultVersionNumber)) {
    throw fault('InvalidParameter', {
      Parameter: 'DeleteVersion',
      Reason: 'the default version cannot be deleted',
    });
  }
  context.tables.launchTemplates.update(template.id, {
    versions: template.versions.filter(({ versionNumber }) => !goes.has(versionNumber)),
    modifiedAt: context.now,
  });
  return {
    launchTemplateVersions: {
      launchTemplateVersion: [...goes].map((launchTemplateVersionNumber) => ({
        launchTemplateId: template.id,
        launchTemplateVersionNumber,
      })),
    },
  };
};

/** Lists the region's templates, newest first. */
export const describeLaunchTemplates: EcsOperation<'DescribeLaunchTemplates'> = (request, context) => {
  const {
    launchTemplateId: ids = [],
    launchTemplateName: names = [],
    templateResourceGroupId = '',
  } = request;
  const hasTags = tagFilter(request.templateTag);
  const found = [...context.tables.launchTemplates.list(context)].filter(
    (template) =>
      (ids.length === 0 || ids.includes(template.id)) &&
      (names.length === 0 || names.includes(template.launchTemplateName)) &&
      (templateResourceGroupId === '' || template.resourceGroupId === templateResourceGroupId) &&
      (hasTags?.(template) ?? true),
  );
  const { items, info } = page(found, request, context, { maxPageSize: 50 });
  return {
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    totalCount: info.totalCount,
    launchTemplateSets: { launchTemplateSet: items.map(describe) },
  };
};

/** The latest version is the highest that is still there. */
const describe = (template: LaunchTemplate) => ({
  launchTemplateId: template.id,
  launchTemplateName: template.launchTemplateName,
  defaultVersionNumber: template.defaultVersionNumber,
  latestVersionNumber: Math.max(...template.versions.map(({ versionNumber }) => versionNumber)),
  createdBy: template.accountId,
  createTime: toIsoSeconds(template.createdAt),
  modifiedTime: toIsoSeconds(template.modifiedAt),
  resourceGroupId: template.resourceGroupId,
  tags: { tag: toTagList(template.tags) },
});
