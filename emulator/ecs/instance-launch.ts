import { findInstanceType } from '../catalog/instance-types.ts';
import type { InstanceType } from '../catalog/instance-types.ts';
import type { Context } from '../context.ts';
import type { Instance } from '../state/rows/instance.ts';
import { fault } from '../wire/fault.ts';
import { createInstanceDisks } from './disk-rows.ts';
import { readDeployment } from './instance-deployment-request.ts';
import type { DeploymentRequest } from './instance-deployment-request.ts';
import { findImageOfFamily } from './instance-image.ts';
import type { LaunchRequest } from './instance-launch-request.ts';
import { nameSequence } from './instance-names.ts';
import { placeInstance } from './instance-placement.ts';
import type { Placement } from './instance-placement.ts';
import { newPublicAddress } from './instance-public-address.ts';
import { instanceSecondaryInterfaces, readNetworkCardIndex } from './instance-secondary-interfaces.ts';
import {
  readAutoReleaseTime,
  readCharge,
  readCredit,
  readInternet,
  readMetadataOptions,
  readSpot,
} from './instance-settings.ts';
import { instanceDurations } from './instance-transitions.ts';
import { requireKeyPair } from './key-pair-lookup.ts';
import { withTemplate } from './launch-template-lookup.ts';
import { checkDescription, checkHostName, checkInstanceName, checkPassword, checkUserData } from './names.ts';
import { createNetworkInterfaceRow } from './network-interface-rows.ts';
import { poolFor } from './private-pools.ts';
import { readTags } from './tags.ts';
import { requireUsableImage } from './visible-images.ts';
import type { VisibleImage } from './visible-images.ts';

/** A launch of several like instances. */
export interface BatchLaunchRequest extends LaunchRequest {
  readonly launchTemplateVersion?: number;
  readonly amount?: number;
  readonly minAmount?: number;
  readonly uniqueSuffix?: boolean;
  readonly hostNames?: readonly string[];
}

/** What RunInstances does, for those that make instances on an account's behalf too. @returns their ids */
export const launchInstances = (context: Context, asked: BatchLaunchRequest): string[] => {
  const request = withTemplate(context, asked);
  const amount = readAmount(context, request.amount, request.minAmount);
  const launch = prepare(context, request, amount);
  const names = nameSequence(request.instanceName ?? '', amount, request.uniqueSuffix ?? false);
  const hostNames = request.hostNames ?? [];
  const hosts = nameSequence(request.hostName ?? '', amount, request.uniqueSuffix ?? false);
  return names.map((instanceName, index) => {
    const hostName = hostNames[index] ?? hosts[index] ?? '';
    const instance = createInstanceRow(context, launch, { instanceName, hostName });
    if (instance.internetMaxBandwidthOut > 0) {
      context.tables.instances.update(instance.id, { publicIpAddress: newPublicAddress(context) });
    }
    context.schedule(instanceDurations.creating, 'instance.created-to-start', instance.id);
    return instance.id;
  });
};

/** What CreateInstance does: one instance, which stays Stopped, without a public address. @returns its id */
export const launchInstanceAtRest = (context: Context, request: LaunchRequest): string => {
  const launch = prepare(context, request, 1);
  const { instanceName = '', hostName = '' } = request;
  const { id } = createInstanceRow(context, launch, { instanceName, hostName });
  context.schedule(instanceDurations.creating, 'instance.created-to-rest', id);
  return id;
};

/** Amount instances, or at least MinAmount; here there is always room for Amount. */
const readAmount = (context: Context, amount = 1, minAmount?: number): number => {
  if (!context.enforces('instance.amount')) return Math.max(1, amount);
  if (amount < 1 || amount > 100) throw fault('InvalidParam.Amount', { Amount: amount });
  if (minAmount !== undefined && (minAmount < 1 || minAmount > amount)) {
    throw fault('InvalidMinAmount.Malformed', { MinAmount: minAmount });
  }
  return amount;
};

/** A request that was found good, with all that it names. */
interface Launch {
  readonly request: LaunchRequest;
  readonly type: InstanceType;
  readonly image: VisibleImage;
  readonly placement: Placement;
  readonly deployment: Required<DeploymentRequest>;
  readonly settings: ReturnType<typeof readSettings>;
}

const prepare = (context: Context, request: LaunchRequest, amount: number): Launch => {
  const type = requireType(request.instanceType ?? '');
  const image = requireImage(context, request);
  checkArchitecture(type, image);
  const limit = context.quota('instancesPerRegion');
  const count = context.tables.instances.list(context).count + amount;
  if (count > limit && context.enforces('instance.count-limit')) {
    throw fault('OperationDenied.QuotaExceed', { Limit: limit });
  }
  const settings = readSettings(context, request, type, image);
  const placement = placeInstance(context, request, type.id);
  const deployment = readDeployment(context, request, type, placement.vswitch.zoneId, amount);
  return { request, type, image, placement, deployment, settings };
};

/** @throws Fault MissingParameter, InvalidInstanceType.ValueNotSupported */
const requireType = (instanceType: string): InstanceType => {
  if (instanceType === '') throw fault('MissingParameter', { Parameter: 'InstanceType' });
  const type = findInstanceType(instanceType);
  if (type === undefined)
    throw fault('InvalidInstanceType.ValueNotSupported', { InstanceType: instanceType });
  return type;
};

const requireImage = (context: Context, { imageId = '', imageFamily = '' }: LaunchRequest): VisibleImage => {
  if (imageId !== '') return requireUsableImage(context, imageId, 'run-instances.image-visible');
  if (imageFamily !== '') return findImageOfFamily(context, imageFamily);
  throw fault('MissingParameter', { Parameter: 'ImageId' });
};

const checkArchitecture = (type: InstanceType, image: VisibleImage): void => {
  const isArmType = type.architecture === 'ARM';
  if (isArmType !== (image.architecture === 'arm64')) {
    throw fault('ImageNotSupportInstanceType', { ImageId: image.id, InstanceType: type.id });
  }
};

/** All members of the row that do not differ between the instances of one call. */
const readSettings = (context: Context, request: LaunchRequest, type: InstanceType, image: VisibleImage) => {
  const { description = '', password = '', userData = '', ioOptimized = '' } = request;
  checkDescription(description);
  checkPassword(password, image.osType);
  checkUserData(userData);
  if (!['', 'none', 'optimized'].includes(ioOptimized)) {
    throw fault('InvalidIoOptimize.ValueNotSupported', { Value: ioOptimized });
  }
  const internet = readInternet(request);
  const charge = readCharge(request, context);
  const spot = readSpot(request);
  // Member by member, as the row itself: V8 keeps an object of so many members as a slow dictionary of three times
  // the size where it is spread together.
  return {
    internetChargeType: internet.internetChargeType,
    internetMaxBandwidthOut: internet.internetMaxBandwidthOut,
    internetMaxBandwidthIn: internet.internetMaxBandwidthIn,
    instanceChargeType: charge.instanceChargeType,
    period: charge.period,
    autoRenew: charge.autoRenew,
    expiresAt: charge.expiresAt,
    spotStrategy: spot.spotStrategy,
    spotPriceLimit: spot.spotPriceLimit,
    spotDuration: spot.spotDuration,
    spotInterruptionBehavior: spot.spotInterruptionBehavior,
    description,
    instanceType: type.id,
    imageId: image.id,
    osName: image.osName,
    osNameEn: image.osNameEn,
    osType: image.osType,
    keyPairName: readKeyPair(context, request.keyPairName, image),
    ramRoleName: request.ramRoleName ?? '',
    userData,
    passwordSet: password !== '' || request.passwordInherit === true,
    autoReleaseTime: readAutoReleaseTime(request.autoReleaseTime ?? '', context.now),
    creditSpecification: readCredit(request.creditSpecification, type),
    // Only of what is paid as you go (RunInstances.md, DeletionProtection).
    deletionProtection: request.deletionProtection === true && charge.instanceChargeType === 'PostPaid',
    resourceGroupId: request.resourceGroupId ?? '',
    metadataOptions: readMetadataOptions(request),
    loginAsNonRoot: request.imageOptions?.loginAsNonRoot ?? false,
    enableJumboFrame: request.networkOptions?.enableJumboFrame ?? false,
    tags: readTags(request.tag, context),
  };
};

/** Windows instances take no notice of it (RunInstances.md, KeyPairName). */
const readKeyPair = (context: Context, keyPairName = '', image: VisibleImage): string => {
  if (keyPairName === '' || image.osType === 'windows') return '';
  if (context.enforces('instance.key-pair-exists')) requireKeyPair(context, keyPairName);
  return keyPairName;
};

/** The row with its primary interface and its disks. Host names are "iZ…Z" unless given. */
const createInstanceRow = (
  context: Context,
  { request, image, placement, deployment, settings, type }: Launch,
  { instanceName, hostName }: { readonly instanceName: string; readonly hostName: string },
): Instance => {
  checkInstanceName(instanceName);
  checkHostName(hostName, settings.osType);
  const id = context.newId('i');
  const { vswitch, primaryInterface } = placement;
  const primary = createNetworkInterfaceRow(context, {
    type: 'Primary',
    instanceId: id,
    vswitch,
    securityGroupIds: placement.securityGroupIds,
    privateIpAddress: placement.privateIpAddress,
    ipv6Addresses: placement.ipv6Addresses,
    ipv6AddressCount: placement.ipv6AddressCount,
    queueNumber: type.nicQueues,
    networkInterfaceTrafficMode: primaryInterface?.networkInterfaceTrafficMode,
    queuePairNumber: primaryInterface?.queuePairNumber,
    networkCardIndex: readNetworkCardIndex(primaryInterface?.networkCardIndex, type),
  });
  const secondaryIds = instanceSecondaryInterfaces(context, id, type, placement);
  createInstanceDisks(context, {
    instanceId: id,
    zoneId: vswitch.zoneId,
    image,
    systemDisk: request.systemDisk,
    dataDisks: request.dataDisk,
    chargeType: settings.instanceChargeType,
    resourceGroupId: settings.resourceGroupId,
    tags: settings.tags,
  });
  const privatePoolId = poolFor(context, request.privatePoolOptions ?? {}, type.id, vswitch.zoneId);
  return context.tables.instances.insert({
    internetChargeType: settings.internetChargeType,
    internetMaxBandwidthOut: settings.internetMaxBandwidthOut,
    internetMaxBandwidthIn: settings.internetMaxBandwidthIn,
    instanceChargeType: settings.instanceChargeType,
    period: settings.period,
    autoRenew: settings.autoRenew,
    expiresAt: settings.expiresAt,
    spotStrategy: settings.spotStrategy,
    spotPriceLimit: settings.spotPriceLimit,
    spotDuration: settings.spotDuration,
    spotInterruptionBehavior: settings.spotInterruptionBehavior,
    description: settings.description,
    instanceType: settings.instanceType,
    imageId: settings.imageId,
    osName: settings.osName,
    osNameEn: settings.osNameEn,
    osType: settings.osType,
    keyPairName: settings.keyPairName,
    ramRoleName: settings.ramRoleName,
    userData: settings.userData,
    passwordSet: settings.passwordSet,
    autoReleaseTime: settings.autoReleaseTime,
    creditSpecification: settings.creditSpecification,
    deletionProtection: settings.deletionProtection,
    resourceGroupId: settings.resourceGroupId,
    metadataOptions: settings.metadataOptions,
    loginAsNonRoot: settings.loginAsNonRoot,
    enableJumboFrame: settings.enableJumboFrame,
    tags: settings.tags,
    dedicatedHostId: deployment.dedicatedHostId,
    deploymentSetId: deployment.deploymentSetId,
    hpcClusterId: deployment.hpcClusterId,
    privatePoolId,
    id,
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'Pending',
    zoneId: vswitch.zoneId,
    instanceName: instanceName === '' ? id : instanceName,
    hostName: hostName === '' ? defaultHostName(id) : hostName,
    vpcId: vswitch.vpcId,
    vswitchId: vswitch.id,
    securityGroupIds: placement.securityGroupIds,
    networkInterfaceIds: [primary.id, ...secondaryIds],
    privateIpAddress: primary.privateIpAddress,
    publicIpAddress: null,
    eipAddress: null,
    stoppedMode: 'Not-applicable',
    maintenance: { action: 'AutoRecover', notify: false, windows: [] },
    serialNumber: serialNumber(context),
    operationLocks: [],
    createdAt: context.now,
    startedAt: null,
  });
};

const defaultHostName = (instanceId: string): string => `iZ${instanceId.slice('i-'.length)}Z`;

/** As a UUID, e.g. "51d1353b-22bf-4567-a176-8b3e12e4c2f0". */
const serialNumber = (context: Context): string => context.randomUuid().toLowerCase();
