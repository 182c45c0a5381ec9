/** Trials: in a copy of a block one argument is given another value, and Terraform plans it. */
import { inWords } from '../run/words.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import type { Seen } from './observation.ts';
import type { Plan, PlannedChange, Planner, Standing } from './planner.ts';

export interface Trial {
  readonly name: string;
  readonly value: Value;
  /** Arguments of the example that are left out, since this one conflicts with them. */
  readonly without: readonly string[];
}

export interface Outcome {
  readonly settable: boolean | null;
  readonly deprecated: string | null;
  readonly forceNew: Seen<boolean> | null;
}

/** What the trials change. */
export interface Tried {
  readonly block: GivenBlock;
  readonly standing: Standing;
}

/** Each plan names all that it refuses; a value of the right type is among the first six. */
const mostPlans = 8;

/** Of each member at a time: two, to see that it does not depend on the value. A plan of all takes minutes. */
const atOnce = 2;

/** @returns by member: whether it can be set, and whether a change of it makes a new resource */
export const outcomesOf = async (
  trials: readonly Trial[],
  tried: Tried,
  planner: Planner,
): Promise<Map<string, Outcome>> => {
  const type = tried.block.address.split('.')[0] ?? '';
  const waiting = trials.map((trial, at) => [`${type}.trial-${at}`, trial] as const);
  const open = new Map<string, Trial>();
  const refused: Refused[] = [];
  const deprecated = new Map<string, string>();
  let changes: Plan['changes'] = new Map();
  for (let times = 0; times < mostPlans; times++) {
    takeFrom(waiting, open);
    if (open.size === 0) break;
    const plan = await planner.plan(
      [...open].map(([address, trial]) => ({
        block: changed(trial, tried, address),
        before: tried.standing,
      })),
    );
    for (const [name, words] of plan.deprecated) deprecated.set(name, words);
    changes = plan.changes;
    if (plan.problems.length === 0 || !putAside(plan.problems, open, refused, tried)) break;
  }
  return judged(trials, open, { changes, deprecated }, refused);
};

/** Fills up what is tried next. */
const takeFrom = (waiting: (readonly [string, Trial])[], open: Map<string, Trial>): void => {
  const counts = new Map<string, number>();
  for (const { name } of open.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const next of [...waiting]) {
    const [address, trial] = next;
    const count = counts.get(trial.name) ?? 0;
    if (count >= atOnce) continue;
    counts.set(trial.name, count + 1);
    open.set(address, trial);
    waiting.splice(waiting.indexOf(next), 1);
  }
};

interface Refused {
  readonly trial: Trial;
  readonly message: string;
}

/**
 * Takes out what was refused; what conflicts with an argument of the example is tried again without that.
 * @returns whether there was anything to take out: if not, the next plan would fail as well
 */
const putAside = (
  problems: Plan['problems'],
  open: Map<string, Trial>,
  refused: Refused[],
  { block }: Tried,
): boolean => {
  let isChanged = false;
  for (const { address, message } of problems) {
    const trial = address === null ? undefined : open.get(address);
    if (address === null || trial === undefined) continue;
    isChanged = true;
    open.delete(address);
    const without = conflicting(message, trial, block);
    if (without.length === 0) refused.push({ trial, message });
    else open.set(`${address}-alone`, { ...trial, without });
  }
  return isChanged;
};

const changed = ({ name, value, without }: Trial, { block }: Tried, address: string): GivenBlock => ({
  address,
  arguments: {
    ...Object.fromEntries(Object.entries(block.arguments).filter(([other]) => !without.includes(other))),
    [name]: value,
  },
});

/** Arguments of the example that a message says cannot be set together with the one that is tried. */
const conflicting = (message: string, { name, without }: Trial, block: GivenBlock): string[] => {
  if (without.length > 0 || !/conflict|only one of|exactly one of|at the same time/i.test(message)) return [];
  const words = new Set(message.match(/[a-z0-9_]+/g));
  return Object.keys(block.arguments).filter((other) => other !== name && words.has(other));
};

/** The plugin SDK's words, and Terraform's. */
const isReadOnly = (message: string): boolean =>
  /this field cannot be set|unconfigurable attribute|decided automatically based on the result/i.test(
    message,
  );

const judged = (
  trials: readonly Trial[],
  open: ReadonlyMap<string, Trial>,
  { changes, deprecated }: Pick<Plan, 'changes' | 'deprecated'>,
  refused: readonly Refused[],
): Map<string, Outcome> => {
  const outcomes = new Map<string, Outcome>();
  for (const name of new Set(trials.map((trial) => trial.name))) {
    const planned = [...open].flatMap(([address, trial]) => {
      const change = trial.name === name ? changes.get(address) : undefined;
      return change === undefined ? [] : [{ trial, change }];
    });
    const cannotBeSet = refused.some(({ trial, message }) => trial.name === name && isReadOnly(message));
    outcomes.set(name, {
      settable: planned.length > 0 ? true : cannotBeSet ? false : null,
      deprecated: deprecated.get(name) ?? null,
      forceNew: agreed(planned.flatMap(({ trial, change }) => replacedBy(trial, change) ?? [])),
    });
  }
  return outcomes;
};

/** Whether the change makes a new resource; null where the provider sees no change. */
const replacedBy = ({ name, value }: Trial, change: PlannedChange): Seen<boolean> | null => {
  const before = change.before?.[name] ?? null;
  const after = change.after[name] ?? null;
  if (change.unknown.has(name) || JSON.stringify(before) === JSON.stringify(after)) return null;
  const replaces = change.replaces.some((path) => path.length === 1 && path[0] === name);
  // A member of it that makes a new resource says nothing of the whole.
  if (!replaces && change.replaces.some(([first]) => first === name)) return null;
  const words = replaces ? 'forces replacement' : 'is changed in place';
  return { value: replaces, seen: `${name} = ${inWords(before)} -> ${inWords(value)} ${words}` };
};

/** What all trials show alike; where a change makes a new resource and another does not, it depends. */
const agreed = (shown: readonly Seen<boolean>[]): Seen<boolean> | null => {
  const [first] = shown;
  return first !== undefined && shown.every(({ value }) => value === first.value) ? first : null;
};
