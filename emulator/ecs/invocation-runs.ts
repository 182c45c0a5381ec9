import type { TransitionContext, Transitions } from '../context.ts';
import type { Invocation, InvokeInstance } from '../state/rows/command.ts';
import { nextInvocation } from './invocation-frequency.ts';

/** Lifelike time that a command takes to reach an instance, and then to run, in milliseconds. */
export const deliveryTime = 500;
const runningTime = 1500;

/** Commands: what happens when one is to start or to end. */
export const invocationTransitions: Transitions = {
  'invocation.start': (id, context) => {
    start(id, context, (entry) => entry.status === 'Pending');
  },
  'invocation.due': (id, context) => {
    const invocation = start(id, context, (entry) => entry.status === 'Scheduled');
    if (invocation !== undefined) scheduleNext(invocation, context);
  },
  'invocation.finish': (id, context) => {
    const invocation = context.tables.invocations.get(id);
    if (invocation === undefined) return;
    change(invocation, context, (entry) =>
      entry.status === 'Running' ? finished(entry, invocation, context) : entry,
    );
  },
};

/** Has a command that runs by a schedule run at its next time. */
export const scheduleNext = (
  { id, frequency }: Invocation,
  context: Pick<TransitionContext, 'now' | 'scheduleAt'>,
): void => {
  const next = nextInvocation(frequency, context.now);
  if (next !== undefined) context.scheduleAt(next, 'invocation.due', id);
};

/** Runs what waits for an instance to have started anew. */
export const runAfterReboot = (instanceId: string, context: TransitionContext): void => {
  for (const { id } of context.tables.invocations.by('rebootOf', instanceId)) {
    start(id, context, (entry) => entry.instanceId === instanceId && entry.status === 'Scheduled');
  }
};

const start = (
  id: string,
  context: TransitionContext,
  isMeant: (entry: InvokeInstance) => boolean,
): Invocation | undefined => {
  const invocation = context.tables.invocations.get(id);
  if (invocation === undefined || !invocation.instances.some(isMeant)) return undefined;
  change(invocation, context, (entry) => (isMeant(entry) ? started(entry, context) : entry));
  context.schedule(runningTime, 'invocation.finish', id);
  return invocation;
};

const change = (
  { id, instances }: Invocation,
  context: TransitionContext,
  each: (entry: InvokeInstance) => InvokeInstance,
): void => {
  context.tables.invocations.update(id, { instances: instances.map(each) });
};

/** A command reaches an instance only while that is Running. */
const started = (entry: InvokeInstance, { tables, now }: TransitionContext): InvokeInstance => {
  const instance = tables.instances.get(entry.instanceId);
  if (instance?.status === 'Running') return { ...entry, status: 'Running', startedAt: now };
  return {
    ...entry,
    status: 'Error',
    errorCode: instance === undefined ? 'InstanceNotExists' : 'InstanceNotRunning',
    errorInfo: instance === undefined ? 'The instance was released.' : 'The instance is not Running.',
    finishedAt: now,
  };
};

const finished = (
  entry: InvokeInstance,
  { content, repeatMode }: Invocation,
  context: TransitionContext,
): InvokeInstance => {
  const { output, exitCode } = context.commandResult(content);
  const goesOn = repeatMode === 'Period' || repeatMode === 'EveryReboot';
  return {
    ...entry,
    status: goesOn ? 'Scheduled' : exitCode === 0 ? 'Success' : 'Failed',
    output,
    exitCode,
    errorCode: exitCode === 0 ? '' : 'ExitCodeNonzero',
    errorInfo: exitCode === 0 ? '' : 'The exit code of the command is not zero.',
    finishedAt: context.now,
    repeats: entry.repeats + 1,
  };
};
