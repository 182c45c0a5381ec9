import type {
  LaunchTemplateData,
  LaunchTemplateDisk,
  LaunchTemplateInterface,
} from '../state/rows/launch-template.ts';
import { fault } from '../wire/fault.ts';
import { checkDescription } from './names.ts';

const diskMembers = [
  ...['autoSnapshotPolicyId', 'burstingEnabled', 'category', 'deleteWithInstance', 'description', 'device'],
  ...[
    'diskName',
    'encrypted',
    'iops',
    'KMSKeyId',
    'performanceLevel',
    'provisionedIops',
    'size',
    'snapshotId',
  ],
];

const interfaceMembers = [
  ...[
    'deleteOnRelease',
    'description',
    'instanceType',
    'networkInterfaceName',
    'networkInterfaceTrafficMode',
  ],
  ...['primaryIpAddress', 'securityGroupId', 'securityGroupIds', 'vSwitchId'],
];

const plainMembers = [
  ...['autoReleaseTime', 'autoRenew', 'autoRenewPeriod', 'creditSpecification', 'deletionProtection'],
  ...['deploymentSetId', 'description', 'enableVmOsConfig', 'hostName', 'httpEndpoint'],
  ...['httpPutResponseHopLimit', 'httpTokens', 'imageId', 'imageOptions', 'imageOwnerAlias'],
  ...['instanceChargeType', 'instanceName', 'instanceType', 'internetChargeType', 'internetMaxBandwidthIn'],
  ...['internetMaxBandwidthOut', 'ioOptimized', 'ipv6AddressCount', 'keyPairName', 'networkType'],
  ...['passwordInherit', 'period', 'periodUnit', 'privateIpAddress', 'ramRoleName', 'resourceGroupId'],
  ...[
    'securityEnhancementStrategy',
    'securityGroupId',
    'securityGroupIds',
    'securityOptions',
    'spotDuration',
  ],
  ...['spotPriceLimit', 'spotStrategy', 'tag', 'userData', 'vSwitchId', 'vpcId', 'zoneId'],
];

/** The named members that have a value; an empty text is none. */
const pick = <T extends object>(source: T, members: readonly string[]): T =>
  Object.fromEntries(
    Object.entries(source).filter(
      ([name, value]) => members.includes(name) && value !== undefined && value !== '',
    ),
  ) as T;

/** User data: at most 16 KB of Base64 text; it is decoded only when an instance is made. */
const maxUserData = 16 * 1024;

/**
 * What a template's version keeps of a request. A template may be incomplete and name what is not there:
 * that is found out when an instance is made (CreateLaunchTemplate.md).
 * @throws Fault InvalidUserData.SizeExceeded, InvalidDescription.Malformed
 */
export const readTemplateData = (request: LaunchTemplateData): LaunchTemplateData => {
  const { userData = '', description = '', systemDisk, dataDisk, networkInterface } = request;
  if (userData.length > maxUserData * 1.4)
    throw fault('InvalidUserData.SizeExceeded', { Limit: maxUserData });
  checkDescription(description);
  return {
    ...pick(request, plainMembers),
    ...(systemDisk && { systemDisk: pick<LaunchTemplateDisk>(systemDisk, diskMembers) }),
    ...(dataDisk && { dataDisk: dataDisk.map((disk) => pick<LaunchTemplateDisk>(disk, diskMembers)) }),
    ...(networkInterface && {
      networkInterface: networkInterface.map((entry) =>
        pick<LaunchTemplateInterface>(entry, interfaceMembers),
      ),
    }),
  };
};

/** A version's data as DescribeLaunchTemplateVersions answers it: lists have a wrapper each. */
export const describeTemplateData = (data: LaunchTemplateData) => {
  const { dataDisk = [], networkInterface = [], securityGroupIds = [], tag = [], ...plain } = data;
  return {
    ...plain,
    dataDisks: { dataDisk: dataDisk.map((disk) => ({ ...disk })) },
    networkInterfaces: {
      networkInterface: networkInterface.map(({ securityGroupIds: groups = [], ...entry }) => ({
        ...entry,
        securityGroupIds: { securityGroupId: [...groups] },
      })),
    },
    securityGroupIds: { securityGroupId: [...securityGroupIds] },
    tags: { instanceTag: tag.map(({ key, value = '' }) => ({ key, value })) },
  };
};
