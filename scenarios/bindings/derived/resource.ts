/** A resource binding from its declaration, the provider's schema and the SDK's models. */
import { isDeepStrictEqual } from 'node:util';
import { deleteCall, nullIfNotFound } from '../api-error.ts';
import { plainText, textMapOf } from '../argument-values.ts';
import type { Api, Arguments, Attributes, ResourceBinding } from '../binding.ts';
import { InvalidIdError } from '../binding.ts';
import type { Value } from '../../scenario.ts';
import { waitFor } from '../wait.ts';
import { callStep, idParameter, itemsAt, newestOf, parameterOf, shapesOf, textAt } from './calls.ts';
import type { Subject } from './calls.ts';
import { stepOf } from './declaration.ts';
import type { Constants, ResourceDeclaration, Step } from './declaration.ts';
import { argumentFacts, argumentRules, entriesOf } from './facts.ts';
import { findField } from './names.ts';
import { fieldOf, inProviderWords, takeAll } from './take.ts';
import type { Item } from './take.ts';

/** @param type the declared type, or one of its aliases */
export const resourceBinding = (declaration: ResourceDeclaration, type: string): ResourceBinding => {
  const resource = new DerivedResource(declaration, type);
  const { entries } = resource.subject;
  return {
    kind: 'resource',
    type,
    arguments: argumentFacts(entries, (name) => !resource.isRead(name)),
    rules: argumentRules(entries),
    create: (values, api) => resource.create(values, api),
    read: (id, api) => resource.read(id, api),
    update: (id, changes, api, values) => resource.update(id, changes, api, values),
    delete: (id, api, values) => resource.delete(id, api, values),
  };
};

class DerivedResource {
  readonly subject: Subject;
  readonly #declared: ResourceDeclaration;
  readonly #type: string;
  /** Arguments that the id consists of, where it is a template. */
  readonly #parts: readonly string[];
  readonly #tagsArgument: string;

  constructor(declared: ResourceDeclaration, type: string) {
    const { product = 'Ecs', parameters = {}, translated = {}, id, tagsArgument = 'tags' } = declared;
    this.subject = { product, entries: entriesOf('resource', type), parameters, translated };
    this.#declared = declared;
    this.#type = type;
    this.#tagsArgument = tagsArgument;
    this.#parts = [...id.matchAll(/<([^<>]+)>/g)].map(([, name = '']) => name);
  }

  /** Whether the read brings the argument back. */
  isRead(name: string): boolean {
    if (this.#parts.includes(name)) return true;
    const { read, fields, also } = this.#declared;
    if (also !== undefined && !(name in this.subject.entries)) return true;
    const { response } = shapesOf(this.subject.product, read.action);
    const { shape } = itemsAt({}, response, read.item);
    return fieldOf(name, this.subject.entries, shape, fields, read.within) !== undefined;
  }

  async create(values: Arguments, api: Api): Promise<string> {
    const { create, id: idPath, ready } = this.#declared;
    let id = this.#parts.length === 0 ? '' : this.#idOf(values);
    for (const [at, one] of create.entries()) {
      const step = stepOf(one);
      if (step.when?.(values) === false) continue;
      const key = at > 0 && id !== '' ? this.#keyFor(step, id) : {};
      const answer = await callStep(step, values, this.subject, api, key);
      if (id === '') id = textAt(answer, shapesOf(this.subject.product, step.action).response, idPath);
    }
    if (ready !== undefined) {
      const { field, values: wanted } = ready;
      const seen = async (): Promise<string | null> => {
        const now = this.#fieldOf(await this.#item(id, api), field);
        return now !== null && wanted.includes(now) ? wanted[0] : now;
      };
      await waitFor(api, `${field} ${wanted.join(' or ')} of ${this.#type} ${id}`, seen, wanted[0]);
    }
    await this.#afterCreation(id, values, api);
    return id;
  }

  /** What the creation has no parameter for is set by the actions that change it. */
  async #afterCreation(id: string, values: Arguments, api: Api): Promise<void> {
    const { create, update = [] } = this.#declared;
    const made = create.map(stepOf).filter(({ when }) => when?.(values) !== false);
    const later = Object.fromEntries(
      Object.entries(values).filter(
        ([name, value]) =>
          value !== null &&
          value !== '' &&
          value !== this.subject.entries[name]?.default &&
          !made.some(
            (step) =>
              parameterOf(name, step, this.subject) !== undefined || step.omit?.includes(name) === true,
          ),
      ),
    );
    const names = Object.keys(later).filter(
      (name) => name === this.#tagsArgument || update.map(stepOf).some((step) => this.#takes(step, name)),
    );
    if (names.length === 0) return;
    // Much of it is so already, by the API's own choice.
    const known = (await this.read(id, api)) ?? {};
    const open = names.filter((name) => !isDeepStrictEqual(known[name], later[name]));
    const changes = Object.fromEntries(open.map((name) => [name, later[name] ?? null]));
    if (open.length > 0) await this.update(id, changes, api, values);
  }

  #takes(step: Step, name: string): boolean {
    if (step.for !== undefined) return step.for.includes(name);
    return step.omit?.includes(name) !== true && parameterOf(name, step, this.subject) !== undefined;
  }

  async read(id: string, api: Api): Promise<Attributes | null> {
    const found = await this.#item(id, api);
    if (found === null) return null;
    const { read, fields, also } = this.#declared;
    const { response } = shapesOf(this.subject.product, read.action);
    const { shape } = itemsAt({}, response, read.item);
    const { tags, ...taken } = takeAll(found, this.subject.entries, shape, fields, read.within);
    return {
      ...inProviderWords(taken, this.subject.translated),
      ...(tags === undefined ? {} : { tags }),
      ...this.#valuesOf(id),
      ...(also === undefined ? {} : await also(found, id, api)),
      id,
    };
  }

  async #item(id: string, api: Api): Promise<Item | null> {
    const { read, goneWhen } = this.#declared;
    const { response } = shapesOf(this.subject.product, read.action);
    const parts = this.#valuesOf(id);
    const key = this.#keyFor(read, id, read.by);
    const answer = await nullIfNotFound(callStep(read, parts, this.subject, api, key));
    if (answer === null) return null;
    const { items, shape } = itemsAt(answer, response, read.item);
    const wanted = Object.entries(read.match ?? {});
    const matching = items.filter((item) =>
      wanted.every(([part, name]) => {
        const field = shape.byWireName.get(name);
        const value = field === undefined ? undefined : item[field.property];
        const expected = part === 'id' ? id : parts[part];
        return Array.isArray(value)
          ? value.includes(expected ?? '')
          : plainText(value) === plainText(expected);
      }),
    );
    const found = newestOf(matching, shape, read);
    if (found === undefined) return null;
    const state = goneWhen === undefined ? null : this.#fieldOf(found, goneWhen.field);
    return state !== null && goneWhen?.values.includes(state) === true ? null : found;
  }

  #fieldOf(item: Item | null, name: string): string | null {
    if (item === null) return null;
    const { response } = shapesOf(this.subject.product, this.#declared.read.action);
    const { shape } = itemsAt({}, response, this.#declared.read.item);
    const property = findField(shape, name)?.[0]?.property ?? name;
    const value = item[property];
    return value === undefined || value === null || typeof value === 'object' ? null : String(value);
  }

  async update(id: string, changes: Arguments, api: Api, values: Arguments): Promise<void> {
    const { update = [], tags, group } = this.#declared;
    const open = new Set(Object.keys(changes));
    if (tags !== undefined && open.delete(this.#tagsArgument)) {
      await this.#setTags(id, tags, changes[this.#tagsArgument] ?? {}, api);
    }
    if (group !== undefined && open.delete('resource_group_id')) {
      await api.call('Ecs', 'JoinResourceGroup', {
        regionId: api.regionId,
        resourceId: id,
        resourceType: group,
        resourceGroupId: changes['resource_group_id'],
      });
    }
    const steps = update.map(stepOf);
    const known = steps.some(({ sends }) => sends !== undefined) ? await this.read(id, api) : null;
    for (const step of steps) {
      const names = [...open].filter((name) => this.#takes(step, name));
      if (names.length === 0 || step.when?.(values) === false) continue;
      if (step.sends !== 'removed') for (const name of names) open.delete(name);
      const sent = names.flatMap((name): [string, Value][] => {
        const after = changes[name] ?? null;
        const value = step.sends === undefined ? after : difference(step.sends, known?.[name], after);
        return value === undefined ? [] : [[name, value]];
      });
      if (sent.length === 0) continue;
      const changed =
        step.isWhole === true
          ? wholeWith(sent, values)
          : { ...this.#valuesOf(id), ...Object.fromEntries(sent) };
      const constants = Object.fromEntries(
        Object.entries(step.set ?? {}).map(([name, constant]) => [
          name,
          typeof constant === 'function' ? (constant(values, api) ?? null) : constant,
        ]),
      );
      const plain = { ...step, set: {} };
      await callStep(
        plain,
        changed,
        this.subject,
        api,
        { ...this.#keyFor(step, id), ...constants },
        step.isWhole !== true,
      );
    }
  }

  async #setTags(id: string, resourceType: string, wanted: Value, api: Api): Promise<void> {
    const before = textMapOf((await this.read(id, api))?.[this.#tagsArgument]);
    const after = textMapOf(wanted);
    const target = { regionId: api.regionId, resourceType, resourceId: [id] };
    const removed = Object.keys(before).filter((key) => before[key] !== after[key]);
    const added = Object.entries(after).filter(([key, value]) => before[key] !== value);
    const untag = this.subject.product === 'Vpc' ? 'UnTagResources' : 'UntagResources';
    if (removed.length > 0) await api.call(this.subject.product, untag, { ...target, tagKey: removed });
    if (added.length > 0) {
      const tag = added.map(([key, value]) => ({ key, value }));
      await api.call(this.subject.product, 'TagResources', { ...target, tag });
    }
  }

  async delete(id: string, api: Api, values: Arguments): Promise<void> {
    const { delete: declared, waitsForEnd = true } = this.#declared;
    if (declared === undefined) return;
    const step = stepOf(declared);
    if (step.when?.(values) === false) return;
    // Terraform looks first whether it is still there.
    if ((await this.#item(id, api)) === null) return;
    const known = { ...values, ...this.#valuesOf(id) };
    const names = Object.keys(known).filter((name) => this.#parts.includes(name) || name.startsWith('force'));
    const sent = Object.fromEntries(names.map((name) => [name, known[name] ?? null]));
    const plain = { ...step, set: resolvedConstants(step, known, api) };
    await deleteCall(callStep(plain, sent, this.subject, api, this.#keyFor(step, id)));
    if (!waitsForEnd) return;
    const isThere = async (): Promise<string | null> =>
      (await this.#item(id, api)) === null ? null : 'there';
    await waitFor(api, `the end of ${this.#type} ${id}`, isThere, null);
  }

  /** The parameter that takes the id in a step, where the id is no template of arguments. */
  #keyFor({ action, set }: Step, id: string, by?: string): Constants {
    const name = by ?? this.#declared.key;
    if (name === undefined || (this.#parts.length > 0 && by === undefined)) return {};
    const { request } = shapesOf(this.subject.product, action);
    return set !== undefined && name in set ? {} : idParameter(request, name, id);
  }

  #idOf(values: Arguments): string {
    return this.#declared.id.replace(/<([^<>]+)>/g, (_, name: string) => plainText(values[name]));
  }

  /** The arguments that an id tells. @throws InvalidIdError */
  #valuesOf(id: string): Record<string, string> {
    if (this.#parts.length === 0) return {};
    const separators = this.#declared.id.split(/<[^<>]+>/);
    const texts = separators.length > 2 ? id.split(separators[1] ?? ':') : [id];
    if (texts.length !== this.#parts.length) throw new InvalidIdError(this.#type, id, this.#declared.id);
    return Object.fromEntries(this.#parts.map((name, at) => [name, texts[at] ?? '']));
  }
}

/**
 * All arguments, with those that change at the end: of two names of one parameter, the latter is sent, as of
 * `system_disk_size` and of the size in `system_disk`, which both are known of what was read.
 */
const wholeWith = (changes: readonly (readonly [string, Value])[], values: Arguments): Arguments => {
  const last = Object.fromEntries(changes);
  return { ...Object.fromEntries(Object.entries(values).filter(([name]) => !(name in last))), ...last };
};

/** @returns undefined where there is none */
const difference = (
  sends: 'added' | 'removed',
  before: Value | undefined,
  after: Value,
): Value | undefined => {
  if (typeof after === 'number' && typeof before === 'number') {
    return sends === 'added' && after > before ? after - before : undefined;
  }
  const [was, is] = [before, after].map((value) => (Array.isArray(value) ? value : []));
  const [longer = [], other = []] = sends === 'added' ? [is, was] : [was, is];
  const items = longer.filter((item) => !other.some((one) => isDeepStrictEqual(one, item)));
  return items.length === 0 ? undefined : items;
};

const resolvedConstants = ({ set = {} }: Step, values: Arguments, api: Api): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(set).flatMap(([name, constant]) => {
      const value = typeof constant === 'function' ? constant(values, api) : constant;
      return value === undefined ? [] : [[name, value]];
    }),
  );
