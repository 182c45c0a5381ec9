import type { EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { LaunchTemplate, LaunchTemplateVersion } from '../state/rows/launch-template.ts';
import { describeTemplateData } from './launch-template-data.ts';
import { findTemplate } from './launch-template-lookup.ts';
import { page } from './paging.ts';

type Query = Parameters<EcsOperation<'DescribeLaunchTemplateVersions'>>[0];

/** Lists versions, newest first: of one template, or of all. */
export const describeLaunchTemplateVersions: EcsOperation<'DescribeLaunchTemplateVersions'> = (
  request,
  context,
) => {
  const template = findTemplate(context, request);
  const templates = template === undefined ? [...context.tables.launchTemplates.list(context)] : [template];
  const found = templates.flatMap((owner) =>
    owner.versions
      .filter((version) => isAsked(request, owner, version))
      .map((version) => ({ owner, version }))
      .reverse(),
  );
  const { items, info } = page(found, request, context, { maxPageSize: 50 });
  return {
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    totalCount: info.totalCount,
    launchTemplateVersionSets: {
      launchTemplateVersionSet: items.map(({ owner, version }) =>
        describe(owner, version, request.detailFlag !== false),
      ),
    },
  };
};

/** LaunchTemplateVersion.N names versions; without it, DefaultVersion, MinVersion and MaxVersion choose. */
const isAsked = (
  request: Query,
  owner: LaunchTemplate,
  { versionNumber }: LaunchTemplateVersion,
): boolean => {
  const { launchTemplateVersion: named = [], defaultVersion, minVersion, maxVersion } = request;
  if (named.length > 0) return named.includes(versionNumber);
  if (defaultVersion === true) return versionNumber === owner.defaultVersionNumber;
  return versionNumber >= (minVersion ?? 0) && versionNumber <= (maxVersion ?? Number.MAX_SAFE_INTEGER);
};

const describe = (owner: LaunchTemplate, version: LaunchTemplateVersion, withData: boolean) => ({
  launchTemplateId: owner.id,
  launchTemplateName: owner.launchTemplateName,
  versionNumber: version.versionNumber,
  versionDescription: version.versionDescription,
  defaultVersion: version.versionNumber === owner.defaultVersionNumber,
  createdBy: owner.accountId,
  createTime: toIsoSeconds(version.createdAt),
  modifiedTime: toIsoSeconds(version.createdAt),
  launchTemplateData: withData ? describeTemplateData(version.data) : undefined,
});
