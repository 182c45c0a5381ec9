import type { Value } from '../scenario.ts';
import { ScenarioError } from './scenario-error.ts';

/** What `${…}` may stand for. */
export interface Names {
  /** Attributes of a block by address ("alicloud_vpc.default", "data.alicloud_zones.default"). */
  readonly block: (address: string) => Value | undefined;
  /** Account id of an actor. */
  readonly account: (actor: string) => Value | undefined;
  /** What a step saved. */
  readonly saved: (name: string) => Value | undefined;
  /** What the emulator's clock says, in milliseconds since 1970. */
  readonly now: () => number;
  /** Which of a createMany it is. */
  readonly number?: number;
}

const whole = /^\$\{([^{}]*)\}$/;
const each = /\$\{([^{}]*)\}/g;

/**
 * Replaces every `${…}` in a value. A text that is nothing but one `${…}` keeps the type of what it stands
 * for; within a text it becomes text.
 * @throws ScenarioError if a name stands for nothing
 */
export const resolveReferences = (value: Value, names: Names): Value => {
  if (typeof value === 'string') {
    const only = whole.exec(value)?.[1];
    if (only !== undefined) return lookUp(only, names);
    return value.replace(each, (_, path: string) => inText(path, lookUp(path, names)));
  }
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, names));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, resolveReferences(item, names)]),
    );
  }
  return value;
};

const inText = (path: string, value: Value): string => {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  throw new ScenarioError(`\${${path}} stands for a list or an object and cannot be part of a text`);
};

const lookUp = (path: string, names: Names): Value => {
  const parts = path
    .trim()
    .replace(/\[["']?([^\]"']*)["']?\]/g, '.$1')
    .split('.');
  const [first = '', second = '', third = ''] = parts;
  if (first === 'number' && parts.length === 1) return found(path, names.number);
  if (first === 'account') return found(path, names.account(second), parts.slice(2));
  if (first === 'saved') return found(path, names.saved(second), parts.slice(2));
  if (first === 'day' && parts.length === 2) return found(path, dayFrom(names.now(), second));
  const length = first === 'data' ? 3 : 2;
  const address = first === 'data' ? `data.${second}.${third}` : `${first}.${second}`;
  const block = names.block(address);
  if (block === undefined) throw new ScenarioError(`\${${path}}: there is no block ${address}`);
  return found(path, block, parts.slice(length));
};

/** The beginning of the day that is so many days away: "2026-12-31T00:00:00Z". */
const dayFrom = (now: number, days: string): string | undefined =>
  /^\d+$/.test(days)
    ? `${new Date(now + Number(days) * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`
    : undefined;

const found = (path: string, value: Value | undefined, rest: readonly string[] = []): Value => {
  const member = value === undefined ? undefined : memberAt(value, rest);
  if (member === undefined) throw new ScenarioError(`\${${path}} stands for nothing`);
  return member;
};

/** The part of a value at a path, e.g. ["zones", "0", "id"]; "*" gathers it from each item of a list. */
export const memberAt = (value: Value, path: readonly string[]): Value | undefined => {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  // Of a single thing, "*" is the thing as a list of one.
  if (name === '*' && !Array.isArray(value)) return [memberAt(value, rest) ?? null];
  if (Array.isArray(value)) {
    if (name === '*') return value.map((item) => memberAt(item, rest) ?? null);
    const item = /^\d+$/.test(name) ? value[Number(name)] : undefined;
    return item === undefined ? undefined : memberAt(item, rest);
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const member = value[name];
  return member === undefined ? undefined : memberAt(member, rest);
};
