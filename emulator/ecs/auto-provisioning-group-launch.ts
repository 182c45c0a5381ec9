import { findInstanceType } from '../catalog/instance-types.ts';
import type { TransitionContext } from '../context.ts';
import type {
  AutoProvisioningGroup,
  ProvisionedInstance,
  ProvisioningPool,
} from '../state/rows/auto-provisioning-group.ts';
import { Fault } from '../wire/fault.ts';
import { launchInstances } from './instance-launch.ts';

/** What a group made in one go, and what stood in the way. */
export interface Delivery {
  readonly made: readonly ProvisionedInstance[];
  readonly failures: readonly LaunchFailure[];
}

/** A pool that gave no instances. */
export interface LaunchFailure {
  readonly pool: ProvisioningPool;
  readonly isSpot: boolean;
  readonly code: string;
  readonly message: string;
}

/** Most instances of one RunInstances. */
const batch = 100;

/**
 * Makes instances until they count at least `missing`, from the first pools that give some: one after the other, or
 * evenly from the first `abreast` ones.
 */
export const deliver = (
  context: TransitionContext,
  group: AutoProvisioningGroup,
  missing: number,
  isSpot: boolean,
): Delivery => {
  const made: ProvisionedInstance[] = [];
  const failures: LaunchFailure[] = [];
  let pools = poolsInOrder(group, isSpot);
  while (missing > capacityOf(made) && pools.length > 0) {
    const abreast = pools.slice(0, poolsAbreast(group, isSpot, pools.length));
    for (const [at, pool] of abreast.entries()) {
      const share = (missing - capacityOf(made)) / (abreast.length - at);
      const amount = Math.min(batch, Math.ceil(share / pool.weightedCapacity));
      if (amount <= 0) continue;
      const launched = launch(context, group, pool, amount, isSpot);
      if (launched instanceof Fault) {
        failures.push({ pool, isSpot, code: launched.code, message: launched.message });
        pools = pools.filter((other) => other !== pool);
      } else {
        made.push(...launched.map((instanceId) => ({ instanceId, capacity: pool.weightedCapacity, isSpot })));
      }
    }
  }
  return { made, failures };
};

const capacityOf = (made: readonly ProvisionedInstance[]): number =>
  made.reduce((sum, { capacity }) => sum + capacity, 0);

/** Pools as the allocation strategy takes them. What a group has no strategy for stands in the order of the request. */
const poolsInOrder = (group: AutoProvisioningGroup, isSpot: boolean): ProvisioningPool[] => {
  const strategy = isSpot ? group.spotAllocationStrategy : group.payAsYouGoAllocationStrategy;
  const pools = group.pools.length > 0 ? [...group.pools] : [poolOfTemplate];
  switch (strategy) {
    case 'lowest-price':
      return pools.sort((a, b) => costOf(a) - costOf(b));
    case 'prioritized':
      return pools.sort((a, b) => a.priority - b.priority);
    case 'diversified':
    case 'capacity-optimized':
      return pools;
  }
};

/** Without LaunchTemplateConfig.N all is as the template has it. */
const poolOfTemplate: ProvisioningPool = {
  instanceType: '',
  vswitchId: '',
  maxPrice: 0,
  priority: 0,
  weightedCapacity: 1,
};

/**
 * There are no prices here, so that size stands for them: a vCPU costs about as much as 4 GiB. Only the order of
 * pools follows from it.
 */
const costOf = ({ instanceType, weightedCapacity }: ProvisioningPool): number => {
  const type = findInstanceType(instanceType);
  return type === undefined ? 0 : (type.vcpu + type.memoryGiB / 4) / weightedCapacity;
};

const poolsAbreast = (group: AutoProvisioningGroup, isSpot: boolean, pools: number): number => {
  if (!isSpot) return 1;
  return group.spotAllocationStrategy === 'diversified' ? pools : group.spotPoolsToUse;
};

/** One RunInstances, made for the account as it would make it. */
const launch = (
  context: TransitionContext,
  group: AutoProvisioningGroup,
  pool: ProvisioningPool,
  amount: number,
  isSpot: boolean,
): readonly string[] | Fault => {
  const { launchTemplateId, launchTemplateVersion, launchConfiguration } = group;
  try {
    return context.attempt(() =>
      launchInstances(context.onBehalfOf(group, 'RunInstances'), {
        ...launchConfiguration,
        ...(launchTemplateId !== '' && {
          launchTemplateId,
          launchTemplateVersion: Number(launchTemplateVersion),
        }),
        ...(pool.instanceType !== '' && { instanceType: pool.instanceType }),
        ...(pool.vswitchId !== '' && { vSwitchId: pool.vswitchId }),
        ...paymentOf(group, pool, isSpot),
        amount,
      }),
    );
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
};

/** A spot instance costs at most the lower one of the group's price and the pool's (metadata, MaxSpotPrice). */
const paymentOf = (group: AutoProvisioningGroup, pool: ProvisioningPool, isSpot: boolean) => {
  if (!isSpot) return { instanceChargeType: 'PostPaid', spotStrategy: 'NoSpot' };
  const limits = [group.maxSpotPrice, pool.maxPrice].filter((price) => price > 0);
  return {
    instanceChargeType: 'PostPaid',
    spotInterruptionBehavior: group.spotInterruptionBehavior === 'stop' ? 'Stop' : 'Terminate',
    ...(limits.length === 0
      ? { spotStrategy: 'SpotAsPriceGo' }
      : { spotStrategy: 'SpotWithPriceLimit', spotPriceLimit: Math.min(...limits) }),
  };
};
