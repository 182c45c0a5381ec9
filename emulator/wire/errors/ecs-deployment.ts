import { defineErrors } from './define.ts';

/** Errors of launch templates, deployment sets, hosts, clusters, reservations and groups of instances. */
export const ecsDeploymentErrors = defineErrors({
  // Launch templates
  'InvalidLaunchTemplateName.Malformed': [400, 'The launch template name {Name} is not valid.'],
  'LaunchTemplateName.Duplicated': [403, 'There is a launch template {Name} in this region already.'],
  LaunchTemplateLimitExceed: [403, 'The account can have at most {Limit} launch templates in this region.'],
  LaunchTemplateVersionLimitExceed: [403, 'A launch template can have at most {Limit} versions.'],
  'InvalidLaunchTemplateVersion.NotFound': [
    404,
    'The launch template {LaunchTemplate} has no version {Version}.',
  ],
});
