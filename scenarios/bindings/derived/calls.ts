/** Calls of a declared binding: a step with arguments becomes a request of the SDK. */
import { products } from '../../../emulator/wire/products.ts';
import type { ActionShapes, ProductName } from '../../../emulator/wire/products.ts';
import type { Field, Shape } from '../../../emulator/wire/shape.ts';
import type { Value } from '../../scenario.ts';
import { isObject } from '../argument-values.ts';
import type { Api, Arguments } from '../binding.ts';
import type { ReadStep, Renamed, Step } from './declaration.ts';
import type { Entries } from './facts.ts';
import { newerName } from './facts.ts';
import { put } from './fill.ts';
import type { Fields } from './fill.ts';
import { findField, heldList } from './names.ts';
import type { FieldPath } from './names.ts';
import type { Item } from './take.ts';

/** @throws Error if the API has no such action */
export const shapesOf = (product: ProductName, action: string): ActionShapes => {
  const found = products.find(({ name }) => name === product)?.shapesOf(action);
  if (found === undefined) throw new Error(`the API ${product} has no action ${action}`);
  return found;
};

/** What a step needs to know of its type. */
export interface Subject {
  readonly product: ProductName;
  readonly entries: Entries;
  readonly parameters: Renamed;
  /** Argument → the provider's values with the API's. */
  readonly translated: Readonly<Record<string, Renamed>>;
}

/** Other names that parameters have on many pages. */
const usual: Readonly<Record<string, readonly string[]>> = {
  tags: ['Tag'],
  availability_zone: ['ZoneId'],
  payment_type: ['ChargeType'],
};

/** The parameter that an argument sets in an action; undefined if there is none. */
export const parameterOf = (
  name: string,
  step: Step,
  { product, entries, parameters }: Subject,
): FieldPath | undefined => {
  const newer = newerName(name, entries);
  const { request } = shapesOf(product, step.action);
  const candidates = [
    ...[step.parameters?.[name], parameters[name], name],
    ...(newer === undefined ? [] : [step.parameters?.[newer], parameters[newer], newer]),
    ...(usual[name] ?? []),
  ];
  for (const candidate of candidates) {
    const path = candidate === undefined ? undefined : findField(request, candidate);
    if (path !== undefined) return path;
  }
  return undefined;
};

/** As d.GetOk: "", 0 and an empty list are as good as nothing where something is made. */
const isNothing = (value: Value | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === 0 ||
  (Array.isArray(value) && value.length === 0);

/**
 * Calls the step's action with the arguments that it has parameters for.
 * @param sendsNothing an emptied argument is sent as well: an update takes it away
 */
export const callStep = async (
  step: Step,
  values: Arguments,
  subject: Subject,
  api: Api,
  given: Constants = {},
  sendsNothing = false,
): Promise<Item> => {
  const { request: shape } = shapesOf(subject.product, step.action);
  const request: Fields = {};
  const region = shape.byWireName.get('RegionId') ?? shape.byWireName.get('regionId');
  if (region !== undefined) request[region.property] = api.regionId;
  for (const [name, value] of Object.entries(values)) {
    if (step.omit?.includes(name) === true || (isNothing(value) && !sendsNothing)) continue;
    const path = parameterOf(name, step, subject);
    if (path === undefined) continue;
    const words = subject.translated[name];
    put(request, path, (typeof value === 'string' ? words?.[value] : undefined) ?? value ?? '');
  }
  for (const [name, constant] of Object.entries({ ...step.set, ...given })) {
    const value = typeof constant === 'function' ? constant(values, api) : constant;
    const path = findField(shape, name);
    if (path === undefined) throw new Error(`${step.action} has no parameter ${name}`);
    if (value !== undefined && value !== null) put(request, path, value);
  }
  return api.call(subject.product, step.action, request);
};

type Constants = NonNullable<Step['set']>;

/** The parameter that takes an id, in the form that it wants: a list, a JSON list, or the id; none if there is none. */
export const idParameter = (shape: Shape, name: string, id: string): Record<string, Value> => {
  const field = findField(shape, name)?.at(-1);
  if (field === undefined) return {};
  const isMany = field.isList || /(?:Ids|Names)$/.test(field.wire);
  return { [name]: isMany ? [id] : id };
};

/** What lies at a path of an answer, with its shape. Lists that an object holds are looked through. */
export const itemsAt = (
  answer: Item,
  shape: Shape,
  path: string,
): { readonly items: readonly Item[]; readonly shape: Shape } => {
  let value: Value | undefined = { ...answer };
  let members: Shape = shape;
  for (const name of path === '' ? [] : path.split('.')) {
    const field: Field | undefined = members.byWireName.get(name);
    if (!field?.members) throw new Error(`the answer has nothing at ${path}`);
    value = isObject(value) ? value[field.property] : undefined;
    members = field.members;
    const list = heldList(field);
    if (!list?.members || path.split('.').at(-1) !== name) continue;
    value = isObject(value) ? value[list.property] : undefined;
    ({ members } = list);
  }
  const items = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return { items: items.filter(isObject), shape: members };
};

/** Of several items the one that a step wants: that with the greatest number in a field, else the first. */
export const newestOf = (
  items: readonly Item[],
  shape: Shape,
  { newest }: Pick<ReadStep, 'newest'>,
): Item | undefined => {
  const by = newest === undefined ? undefined : shape.byWireName.get(newest)?.property;
  return by === undefined ? items[0] : items.toSorted((one, other) => Number(other[by]) - Number(one[by]))[0];
};

/** A text in an answer: "DedicatedHostIdSets.DedicatedHostId.0". */
export const textAt = (answer: Item, shape: Shape, path: string): string => {
  let value: Value | undefined = { ...answer };
  let members: Shape | null = shape;
  for (const name of path.split('.')) {
    if (Array.isArray(value)) {
      value = value[Number(name)];
      continue;
    }
    const field: Field | undefined = members?.byWireName.get(name);
    value = isObject(value) && field !== undefined ? value[field.property] : undefined;
    members = field?.members ?? null;
  }
  return typeof value === 'object' || value === undefined ? '' : String(value);
};
