import { State } from '../state/state.ts';
import type { StateSnapshot } from '../state/state.ts';

/** The state that was given is none that this version of alimock can use. The message says why. */
export class UnusableStateError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableStateError';
  }
}

/**
 * Checks that a value is a state that can be restored: its form, its version, and that its rows fit into
 * the tables and their indexes.
 * @param value parsed JSON
 * @throws UnusableStateError
 */
export const readSnapshot = (value: unknown): StateSnapshot => {
  if (!isSnapshot(value)) throw new UnusableStateError(describe(value));
  try {
    new State(1).restore(value);
  } catch (error) {
    throw new UnusableStateError(`its rows do not fit: ${error instanceof Error ? error.message : ''}`);
  }
  return value;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRow = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['id'] === 'string' &&
  typeof value['accountId'] === 'string' &&
  typeof value['regionId'] === 'string';

const isTask = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['dueAt'] === 'number' &&
  typeof value['sequence'] === 'number' &&
  typeof value['kind'] === 'string' &&
  typeof value['target'] === 'string';

const isQuotas = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every((limit) => typeof limit === 'number');

const parts: readonly (readonly [string, (value: unknown) => boolean])[] = [
  ['schemaVersion', (value) => value === 1],
  ['seed', (value) => Number.isInteger(value)],
  [
    'tables',
    (value) =>
      isRecord(value) && Object.values(value).every((rows) => Array.isArray(rows) && rows.every(isRow)),
  ],
  ['tasks', (value) => Array.isArray(value) && value.every(isTask)],
  ['quotas', (value) => isRecord(value) && Object.values(value).every(isQuotas)],
];

const isSnapshot = (value: unknown): value is StateSnapshot =>
  isRecord(value) && parts.every(([name, holds]) => holds(value[name]));

const describe = (value: unknown): string => {
  if (!isRecord(value)) return 'it is no JSON object';
  const version = value['schemaVersion'];
  if (version !== 1)
    return `its schemaVersion is ${version === undefined ? 'missing' : JSON.stringify(version)}; this alimock reads 1`;
  const wrong = parts.find(([name, holds]) => !holds(value[name]))?.[0] ?? '';
  return `its member "${wrong}" is missing or malformed`;
};
