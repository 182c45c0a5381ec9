import { nullIfNotFound } from '../api-error.ts';
import type { Api } from '../binding.ts';
import { waitFor } from '../wait.ts';

/** The instance as DescribeInstances lists it; null if it does not. */
export const describeInstance = async (id: string, api: Api) => {
  const answer = await nullIfNotFound(
    api.ecs('DescribeInstances', {
      regionId: api.regionId,
      instanceIds: JSON.stringify([id]),
      additionalAttributes: ['META_OPTIONS', 'NETWORK_PRIMARY_ENI_IP', 'LOGIN_AS_NON_ROOT'],
    }),
  );
  return answer?.instances?.instance?.[0] ?? null;
};

/** The system disk of an instance; null if it has none. */
export const describeSystemDisk = async (instanceId: string, api: Api) => {
  const answer = await nullIfNotFound(
    api.ecs('DescribeDisks', { regionId: api.regionId, instanceId, diskType: 'system' }),
  );
  return answer?.disks?.disk?.[0] ?? null;
};

/** @param failed statuses from which it never gets there */
export const waitForStatus = (
  id: string,
  api: Api,
  wanted: 'Running' | 'Stopped' | null,
  failed: readonly string[] = [],
): Promise<void> =>
  waitFor(
    api,
    wanted === null ? `end of the instance ${id}` : `status ${wanted} of the instance ${id}`,
    async () => (await describeInstance(id, api))?.status ?? null,
    wanted,
    failed,
  );

/** Stops the instance if it runs, and waits until it has stopped. */
export const stopInstance = async (id: string, api: Api, stoppedMode?: string): Promise<void> => {
  if ((await describeInstance(id, api))?.status !== 'Stopped') {
    await api.ecs('StopInstance', { instanceId: id, forceStop: false, stoppedMode });
  }
  await waitForStatus(id, api, 'Stopped');
};

export const startInstance = async (id: string, api: Api): Promise<void> => {
  await api.ecs('StartInstance', { instanceId: id });
  await waitForStatus(id, api, 'Running');
};
