import type { Context, EcsOperation } from '../context.ts';
import { launchInstanceAtRest, launchInstances } from './instance-launch.ts';

/** Makes 1 to 100 like instances, which start by themselves. */
export const runInstances: EcsOperation<'RunInstances'> = (request, context) => ({
  orderId: orderId(context),
  tradePrice: 0,
  instanceIdSets: { instanceIdSet: launchInstances(context, request) },
});

/** Makes one instance, which stays Stopped, without a public address. */
export const createInstance: EcsOperation<'CreateInstance'> = (request, context) => ({
  instanceId: launchInstanceAtRest(context, request),
  orderId: orderId(context),
  tradePrice: 0,
});

const orderId = (context: Context): string => `2${String(context.randomInteger(1e13)).padStart(14, '0')}`;
