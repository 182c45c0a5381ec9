import type { Context } from '../context.ts';
import type { CapacityReservation, ElasticityAssurance } from '../state/rows/reservation.ts';
import { fault } from '../wire/fault.ts';

type PrivatePool = CapacityReservation | ElasticityAssurance;

/** Instances that take from a pool. */
export const usedAmount = ({ tables }: Pick<Context, 'tables'>, poolId: string): number =>
  tables.instances.by('privatePoolId', poolId).count;

const hasRoom = (context: Context, pool: PrivatePool): boolean =>
  pool.status === 'Active' && usedAmount(context, pool.id) < pool.instanceAmount;

/** What a launch request says of private pools. */
export interface PoolRequest {
  readonly id?: string;
  readonly matchCriteria?: string;
}

/**
 * The pool that one more instance takes from: the one that it names, or an Open one that fits.
 * @returns empty where it takes from none
 * @throws Fault MissingParameter.PrivatePoolOptionsId, Invalid.PrivatePoolOptionsId, OperationDenied.NoStock
 *   (RunInstances.md)
 */
export const poolFor = (
  context: Context,
  { id = '', matchCriteria = '' }: PoolRequest,
  instanceType: string,
  zoneId: string,
): string => {
  const { capacityReservations, elasticityAssurances } = context.tables;
  const fits = (pool: PrivatePool): boolean => pool.instanceType === instanceType && pool.zoneId === zoneId;
  if (matchCriteria === 'Target') {
    if (id === '') throw fault('MissingParameter.PrivatePoolOptionsId');
    const pool = capacityReservations.getOwn(id, context) ?? elasticityAssurances.getOwn(id, context);
    if (pool === undefined || !fits(pool)) throw fault('Invalid.PrivatePoolOptionsId', { Id: id });
    if (!hasRoom(context, pool)) throw fault('OperationDenied.NoStock');
    return pool.id;
  }
  if (matchCriteria === 'None') return '';
  const open = (pool: PrivatePool): boolean =>
    pool.matchCriteria === 'Open' && fits(pool) && hasRoom(context, pool);
  // The narrowest index is the scope; most accounts have no pool at all.
  const pools = [...capacityReservations.list(context), ...elasticityAssurances.list(context)];
  return pools.find(open)?.id ?? '';
};

/** What DescribeCapacityReservations and DescribeElasticityAssurances tell of the instances. */
export const allocatedResources = (context: Context, pool: PrivatePool) => {
  const used = usedAmount(context, pool.id);
  return {
    allocatedResource: [
      {
        instanceType: pool.instanceType,
        zoneId: pool.zoneId,
        totalAmount: pool.instanceAmount,
        usedAmount: used,
        availableAmount: pool.instanceAmount - used,
      },
    ],
  };
};
