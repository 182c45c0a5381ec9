/** The API model of a type whose binding is derived: from its declaration, by the rules of the binding itself. */
import { itemsAt, parameterOf, shapesOf } from '../../scenarios/bindings/derived/calls.ts';
import type { Subject } from '../../scenarios/bindings/derived/calls.ts';
import { isClientSide } from '../../scenarios/bindings/derived/data.ts';
import { stepOf } from '../../scenarios/bindings/derived/declaration.ts';
import type {
  DataDeclaration,
  ResourceDeclaration,
  Step,
} from '../../scenarios/bindings/derived/declaration.ts';
import { entriesOf } from '../../scenarios/bindings/derived/facts.ts';
import type { Entries } from '../../scenarios/bindings/derived/facts.ts';
import { dataDeclaration, resourceDeclaration } from '../../scenarios/bindings/derived/index.ts';
import {
  findField,
  heldList,
  looseField,
  plainName,
  singular,
} from '../../scenarios/bindings/derived/names.ts';
import type { FieldPath } from '../../scenarios/bindings/derived/names.ts';
import { fieldOf } from '../../scenarios/bindings/derived/take.ts';
import type { Field, Shape } from '../../emulator/wire/shape.ts';
import type { Surface, SubjectKind } from '../surface.ts';
import type { ApiModel, Parameters } from './api-model.ts';
import { toWireField } from './wire-fields.ts';
import type { WireField } from './wire-fields.ts';

/** What both sorts of declaration come to, for a comparison. */
interface Declared {
  readonly subject: Subject;
  readonly steps: readonly Step[];
  readonly declaration: ResourceDeclaration | DataDeclaration;
  /** Arguments that no parameter takes, and that the provider acts on all the same. */
  readonly isActedOn: (name: string) => boolean;
  /** The item is the type's own, and not that of another which this one is attached to. */
  readonly ownsItem: boolean;
  /** The provider's schema of the attributes of one item. */
  readonly attributes: Entries;
}

/** The model of a declared type; undefined if it is not declared. */
export const declaredModel = (kind: SubjectKind, type: string): ApiModel | undefined => {
  const resource = kind === 'resource' ? resourceDeclaration(type) : undefined;
  if (resource !== undefined) return modelOf(resourceDeclared(resource, type));
  const data = kind === 'data-source' ? dataDeclaration(type) : undefined;
  return data && modelOf(dataDeclared(data, type));
};

const subjectOf = (
  { product = 'Ecs', parameters = {}, translated = {} }: ResourceDeclaration | DataDeclaration,
  entries: Entries,
): Subject => ({ product, entries, parameters, translated });

const resourceDeclared = (declaration: ResourceDeclaration, type: string): Declared => {
  const { create, update = [], delete: last, tags, group, id, clientSide = {} } = declaration;
  const entries = entriesOf('resource', type);
  return {
    subject: subjectOf(declaration, entries),
    steps: [...create, ...update, ...(last === undefined ? [] : [last])].map(stepOf),
    declaration,
    isActedOn: (name) =>
      Object.hasOwn(clientSide, name) ||
      (name === 'tags' && tags !== undefined) ||
      (name === 'resource_group_id' && group !== undefined),
    ownsItem: !id.includes('<'),
    attributes: entries,
  };
};

const dataDeclared = (declaration: DataDeclaration, type: string): Declared => {
  const { list, filters = {}, clientSide = {} } = declaration;
  const entries = entriesOf('data', type);
  return {
    subject: subjectOf(declaration, entries),
    steps: [declaration.read],
    declaration,
    isActedOn: (name) =>
      isClientSide(name) || Object.hasOwn(filters, name) || Object.hasOwn(clientSide, name),
    ownsItem: true,
    attributes: entries[list]?.members ?? {},
  };
};

const modelOf = (declared: Declared): ApiModel => {
  const { declaration, steps, subject, isActedOn, ownsItem } = declared;
  return {
    write: [...new Set(steps.map(({ action }) => action))],
    read: ownsItem ? declaration.read.action : null,
    parametersOf: (path) => (isActedOn(path[0] ?? '') ? null : parametersAt(path, declared)),
    isTranslated: ([name = '']) => Object.hasOwn(subject.translated, name),
    unreadFields: (surface) => (ownsItem ? unread(surface, declared) : []),
  };
};

const parametersAt = ([name = '', ...members]: readonly string[], declared: Declared): Parameters => {
  const { steps, subject } = declared;
  const found = steps.flatMap((step) => {
    const path = parameterOf(name, step, subject);
    return path === undefined ? [] : [{ action: step.action, path }];
  });
  // The step sends it in words of its own.
  if (found.length === 0 && steps.some(({ omit }) => omit?.includes(name))) return null;
  if (members.length === 0) return found.map(({ action, path }) => wireFieldAt(action, path));
  const inner = found.map(({ action, path }) => memberAt(action, path, members));
  const known = inner.filter((one) => one !== null);
  return known.length === 0 ? null : known.flat();
};

const wireFieldAt = (action: string, path: FieldPath): WireField => {
  const prefix = path.slice(0, -1).map(({ wire }) => `${wire}.`);
  const field = path.at(-1);
  if (field === undefined) throw new Error(`${action}: a path without fields`);
  return toWireField(action, field, prefix.join(''));
};

/** A member of a block; null where the parameter is no block: it holds text that the provider makes. */
const memberAt = (action: string, path: FieldPath, [name = '', ...rest]: readonly string[]): Parameters => {
  const shape: Shape | null = path.at(-1)?.members ?? null;
  if (shape === null || isTag(shape)) return null;
  const loose = looseField(shape, name);
  const member = findField(shape, name) ?? (loose && [loose]);
  if (member === undefined) return [];
  const whole = [...path, ...member];
  return rest.length === 0 ? [wireFieldAt(action, whole)] : memberAt(action, whole, rest);
};

const isTag = ({ byWireName }: Shape): boolean => byWireName.has('Key') && byWireName.has('Value');

/** Fields of an item, and those of the member that holds most of it. */
const unread = (surface: Surface, declared: Declared): WireField[] => {
  const { declaration, subject } = declared;
  const { action, item, within } = declaration.read;
  const { shape } = itemsAt({}, shapesOf(subject.product, action).response, item);
  const holder = within === undefined ? undefined : shape.byWireName.get(within);
  const isRead = readerOf(surface, declared, shape);
  const outer = shape.fields.filter((field) => field !== holder).map((field) => ({ field, prefix: '' }));
  const inner = (holder?.members?.fields ?? []).map((field) => ({ field, prefix: `${holder?.wire ?? ''}.` }));
  return [...outer, ...inner]
    .filter(({ field }) => !isRead(field))
    .map(({ field, prefix }) => toWireField(action, field, prefix));
};

/** Tells whether an entry of the page reads a field: by the binding's rules, or by a name that is the field's. */
const readerOf = (
  surface: Surface,
  { declaration, attributes }: Declared,
  shape: Shape,
): ((field: Field) => boolean) => {
  const { fields, read } = declaration;
  const names = new Set([...surface.entries.values()].map(({ path }) => path.at(-1) ?? ''));
  const plain = new Set([...names].map(plainName));
  // "fingerprint" of a page is `finger_print` of the provider: a wrong name, and still the same thing.
  const own = Object.keys(attributes).filter((name) => plain.has(plainName(name)));
  const taken = new Set<Field>();
  for (const name of [...own, ...names]) {
    for (const field of fieldOf(name, attributes, shape, fields, read.within) ?? []) taken.add(field);
  }
  for (const name of [idField(declaration), ...(declaration.alsoRead ?? [])]) {
    for (const field of findField(shape, name) ?? []) taken.add(field);
  }
  const isRead = (field: Field): boolean => taken.has(field) || isNamed(field.wire, plain);
  return (field) => {
    const held = heldList(field);
    if (isRead(field) || (held !== undefined && isRead(held))) return true;
    // An object may be taken apart: its members are attributes of their own.
    return !field.isList && held === undefined && (field.members?.fields ?? []).some(isRead);
  };
};

/** "DedicatedHostIdSets.DedicatedHostId.0" → "DedicatedHostId": every `id` is this field. */
const idField = ({ id }: ResourceDeclaration | DataDeclaration): string =>
  id.split('.').findLast((name) => !/^\d+$/.test(name)) ?? id;

/** A list and its one: "Tags" is `tags`, "Policies" is `policy`. */
const isNamed = (field: string, plain: ReadonlySet<string>): boolean =>
  [field, singular(field), `${field}s`].some((name) => plain.has(plainName(name)));
