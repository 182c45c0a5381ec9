/** An argument set, changed or left out, with all that the page says must go with it. */
import type { Argument, PageSpec } from '../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import { chosenValue } from './chosen-value.ts';
import { conditionalValue } from './conditional-values.ts';
import type { Companions } from './companions.ts';
import type { Subject } from './example.ts';
import { needsOf } from './needs.ts';
import type { Need } from './needs.ts';
import { rivalsOf } from './rivals.ts';
import { textOf } from './values.ts';

/** What scenarios of a page's arguments are made from. */
export interface Context {
  readonly page: PageSpec;
  readonly subject: Subject;
  readonly companions: Companions;
}

/** Arguments of the page's block that go together, with the further blocks that they need. */
export interface Arranged {
  readonly arguments: Subject['arguments'];
  readonly given: readonly GivenBlock[];
}

/**
 * The arguments of the subject with one of them set: what conflicts with it is left out, and what it needs is set.
 * @param value null: the argument is left out
 */
export const arranged = (argument: Argument, value: Value, context: Context): Arranged => {
  const { page, subject } = context;
  const top = page.arguments.filter(({ path }) => path.length === 1);
  const values: Record<string, Value> = { ...subject.arguments };
  const given: GivenBlock[] = [];
  const settled = new Set([argument.name]);
  const set = (one: Argument, to: Value): void => {
    for (const rival of rivalsOf(one, page)) {
      if (!settled.has(rival)) Reflect.deleteProperty(values, rival);
    }
    values[one.name] = to;
    for (const need of needsOf(one, to, top)) {
      if (settled.has(need.argument.name)) continue;
      settled.add(need.argument.name);
      const chosen = satisfying(need, values, context);
      if (chosen === null) continue;
      given.push(...chosen.given);
      set(need.argument, chosen.value);
    }
  };
  if (value === null) Reflect.deleteProperty(values, argument.name);
  else set(argument, value);
  for (const one of top) {
    const own = values[one.name];
    if (own === undefined || settled.has(one.name)) continue;
    const isLost = needsOf(one, own, top).some(({ argument: needed, value: wanted }) => {
      const isChanged = values[needed.name] !== subject.arguments[needed.name];
      return isChanged && !isMet({ argument: needed, value: wanted }, values[needed.name]);
    });
    if (isLost) Reflect.deleteProperty(values, one.name);
  }
  return { arguments: values, given };
};

const isMet = ({ value }: Need, is: Value | undefined): boolean =>
  is !== undefined && (value === undefined || value === textOf(is));

/** What is set already, where it will do; else the value asked for, or any. */
const satisfying = (
  need: Need,
  values: Subject['arguments'],
  { subject, companions }: Context,
): { readonly value: Value; readonly given: readonly GivenBlock[] } | null => {
  const own = values[need.argument.name];
  if (own !== undefined && isMet(need, own)) return { value: own, given: [] };
  if (need.value !== undefined) return { value: need.value, given: [] };
  const listed = conditionalValue(need.argument, values);
  return listed === null ? chosenValue(need.argument, subject, companions) : { value: listed, given: [] };
};

/** The arguments that differ; null: taken away. */
export const differences = (
  before: Subject['arguments'],
  after: Subject['arguments'],
): Subject['arguments'] =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, after[name] ?? null]),
  );

/** Each block once: what one argument needs another may need as well. */
export const distinct = (...blocks: readonly (readonly GivenBlock[])[]): GivenBlock[] => [
  ...new Map(blocks.flat().map((block) => [block.address, block])).values(),
];
