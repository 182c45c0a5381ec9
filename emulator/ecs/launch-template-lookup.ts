import type { Context } from '../context.ts';
import type { LaunchTemplate, LaunchTemplateVersion } from '../state/rows/launch-template.ts';
import { fault } from '../wire/fault.ts';
import type { LaunchRequest } from './instance-launch-request.ts';

/** How a request names a template. */
export interface TemplateName {
  readonly launchTemplateId?: string;
  readonly launchTemplateName?: string;
}

/**
 * The caller's template by id or by name.
 * @returns undefined where the request names none
 * @throws Fault InvalidLaunchTemplate.NotFound
 */
export const findTemplate = (context: Context, request: TemplateName): LaunchTemplate | undefined => {
  const { launchTemplateId = '', launchTemplateName = '' } = request;
  if (launchTemplateId + launchTemplateName === '') return undefined;
  const { launchTemplates } = context.tables;
  const template =
    launchTemplateId === ''
      ? [...launchTemplates.by('name', templateKey(context, launchTemplateName))][0]
      : launchTemplates.getOwn(launchTemplateId, context);
  if (template === undefined) {
    throw fault('InvalidLaunchTemplate.NotFound', { LaunchTemplate: launchTemplateId || launchTemplateName });
  }
  return template;
};

/** "account/region/name": names are unique there. */
export const templateKey = (
  { accountId, regionId }: Pick<Context, 'accountId' | 'regionId'>,
  name: string,
): string => `${accountId}/${regionId}/${name}`;

/** @throws Fault MissingParameter, InvalidLaunchTemplate.NotFound */
export const requireTemplate = (context: Context, request: TemplateName): LaunchTemplate => {
  const template = findTemplate(context, request);
  if (template === undefined) throw fault('MissingParameter', { Parameter: 'LaunchTemplateId' });
  return template;
};

/** @throws Fault InvalidLaunchTemplateVersion.NotFound */
export const requireVersion = (
  template: LaunchTemplate,
  versionNumber = template.defaultVersionNumber,
): LaunchTemplateVersion => {
  const version = template.versions.find((candidate) => candidate.versionNumber === versionNumber);
  if (version === undefined) {
    throw fault('InvalidLaunchTemplateVersion.NotFound', {
      LaunchTemplate: template.id,
      Version: versionNumber,
    });
  }
  return version;
};

const networkMembers = ['securityGroupId', 'securityGroupIds', 'networkInterface', 'vSwitchId'] as const;

/**
 * A launch request with what its template adds: the request's own parameters come first
 * (RunInstances.md, LaunchTemplateId).
 * @throws Fault InvalidLaunchTemplate.NotFound, InvalidLaunchTemplateVersion.NotFound
 */
export const withTemplate = <Launch extends LaunchRequest & { readonly launchTemplateVersion?: number }>(
  context: Context,
  request: Launch,
): Launch => {
  const template = findTemplate(context, request);
  if (template === undefined) return request;
  const { data } = requireVersion(template, request.launchTemplateVersion);
  const given = Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== undefined && value !== ''),
  );
  return {
    ...withoutClashes(data, request),
    ...given,
    ...(data.systemDisk && { systemDisk: { ...data.systemDisk, ...request.systemDisk } }),
  } as Launch;
};

/** Groups and interfaces exclude each other, so those of the request stand for all of the template's. */
const withoutClashes = (data: LaunchRequest, request: LaunchRequest): LaunchRequest => {
  const gives = networkMembers.slice(0, 3).some((name) => request[name] !== undefined);
  const { securityGroupId, securityGroupIds, networkInterface, imageId, ...rest } = data;
  const keepsImage = (request.imageFamily ?? '') === '';
  return {
    ...rest,
    ...(keepsImage && imageId !== undefined && { imageId }),
    ...(!gives && securityGroupIds === undefined && securityGroupId !== undefined && { securityGroupId }),
    ...(!gives && securityGroupIds !== undefined && { securityGroupIds }),
    ...(!gives && networkInterface !== undefined && { networkInterface }),
  };
};
