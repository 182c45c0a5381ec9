import { defineRules } from './define.ts';

/** Rules of launch templates, deployment sets, hosts, clusters, reservations and groups of instances. */
export const deploymentRules = defineRules({
  'launch-template.count-limit': [
    'An account has up to 30 launch templates in a region.',
    'Limits page; API page CreateLaunchTemplate, error LaunchTemplateLimitExceed',
  ],
  'launch-template.version-limit': [
    'A launch template has up to 30 versions.',
    'Limits page; API page CreateLaunchTemplateVersion, error LaunchTemplateVersionLimitExceed',
  ],
});
