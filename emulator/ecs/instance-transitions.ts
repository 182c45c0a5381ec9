import type { Transitions } from '../context.ts';
import { runAfterReboot } from './invocation-runs.ts';

/** Lifelike durations in milliseconds. */
export const instanceDurations = { creating: 2000, starting: 8000, stopping: 10_000 } as const;

/**
 * Instances: what happens when a scheduled change of status falls due. An instance that was released or
 * changed otherwise in the meantime stays as it is.
 */
export const instanceTransitions: Transitions = {
  'instance.created-to-start': (id, context) => {
    if (context.tables.instances.get(id)?.status !== 'Pending') return;
    context.tables.instances.update(id, { status: 'Starting' });
    context.schedule(instanceDurations.starting, 'instance.running', id);
  },
  'instance.created-to-rest': (id, { tables }) => {
    if (tables.instances.get(id)?.status === 'Pending') tables.instances.update(id, { status: 'Stopped' });
  },
  'instance.running': (id, context) => {
    const { tables, now } = context;
    if (tables.instances.get(id)?.status !== 'Starting') return;
    tables.instances.update(id, { status: 'Running', startedAt: now, stoppedMode: 'Not-applicable' });
    runAfterReboot(id, context);
  },
  'instance.stopped': (id, { tables }) => {
    if (tables.instances.get(id)?.status === 'Stopping') tables.instances.update(id, { status: 'Stopped' });
  },
};
