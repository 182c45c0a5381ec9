/** A data source binding from its declaration, the provider's schema and the SDK's models. */
import type { Field } from '../../../emulator/wire/shape.ts';
import type { Value } from '../../scenario.ts';
import { isObject, textOf, textsOf } from '../argument-values.ts';
import { idOfIds } from '../attributes.ts';
import type { Api, Arguments, Attributes, DataBinding } from '../binding.ts';
import { goExpression } from '../go-expression.ts';
import { callStep, idParameter, itemsAt, newestOf, shapesOf } from './calls.ts';
import type { Subject } from './calls.ts';
import type { DataDeclaration } from './declaration.ts';
import { argumentFacts, argumentRules, entriesOf } from './facts.ts';
import { findField } from './names.ts';
import { inProviderWords, takeAll } from './take.ts';
import type { Item } from './take.ts';

/** @param type the declared type, or one of its aliases */
export const dataBinding = (declaration: DataDeclaration, type: string): DataBinding => {
  const { product = 'Ecs', parameters = {}, translated = {} } = declaration;
  const subject: Subject = { product, entries: entriesOf('data', type), parameters, translated };
  return {
    kind: 'data',
    type,
    arguments: argumentFacts(subject.entries, () => false),
    rules: argumentRules(subject.entries),
    query: (values, api) => query(declaration, subject, values, api),
  };
};

/** Arguments that no data source sends to the API: they choose among what it answered, or say what to do with it. */
const clientSide: readonly string[] = [
  'ids',
  'name_regex',
  'output_file',
  'enable_details',
  'page_number',
  'page_size',
];

/** Whether an argument is dealt with here, and not by the API. */
export const isClientSide = (name: string): boolean => clientSide.includes(name);

const query = async (
  declaration: DataDeclaration,
  subject: Subject,
  values: Arguments,
  api: Api,
): Promise<Attributes> => {
  const { list, read, fields, also } = declaration;
  const { response } = shapesOf(subject.product, read.action);
  const { shape } = itemsAt({}, response, read.item);
  const property = (name: string): string | undefined => findField(shape, name)?.[0]?.property;
  const found = (await allPages(declaration, subject, values, api)).filter((item) =>
    isAsked(item, declaration, values, subject, property),
  );
  const entries = subject.entries[list]?.members ?? {};
  const idOf = (item: Item): string => text(item[property(declaration.id) ?? '']);
  const items: Attributes[] = [];
  for (const item of found) {
    const more = also === undefined ? {} : await also(item, api);
    const known = {
      ...(values['enable_details'] === true ? await detailsOf(idOf(item), declaration, subject, api) : {}),
      ...takeAll(item, entries, shape, { id: declaration.id, name: declaration.name ?? 'Name', ...fields }),
      ...more,
    };
    items.push(withDefaults(inProviderWords(known, subject.translated), entries));
  }
  const ids = found.map(idOf);
  const names = found.map((item) => text(item[property(declaration.name ?? '') ?? '']));
  return {
    id: idOfIds(ids),
    ...('ids' in subject.entries ? { ids } : {}),
    ...('names' in subject.entries && declaration.name !== undefined ? { names } : {}),
    ...('total_count' in subject.entries ? { total_count: ids.length } : {}),
    [list]: items,
    ...Object.fromEntries(
      (declaration.olderLists ?? []).filter((name) => name in subject.entries).map((name) => [name, items]),
    ),
  };
};

/** What another action tells of one item. */
const detailsOf = async (
  id: string,
  { details, list, fields }: DataDeclaration,
  subject: Subject,
  api: Api,
): Promise<Attributes> => {
  if (details === undefined) return {};
  const { request, response } = shapesOf(subject.product, details.action);
  const answer = await callStep(details, {}, subject, api, idParameter(request, details.by, id));
  const { items, shape } = itemsAt(answer, response, details.item);
  const found = newestOf(items, shape, details);
  const entries = subject.entries[list]?.members ?? {};
  return found === undefined ? {} : takeAll(found, entries, shape, fields, details.within);
};

const text = (value: Value | undefined): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value);

/** What the API leaves out is there all the same in Terraform: a text is empty, a number 0; in blocks as well. */
const withDefaults = (known: Arguments, entries: Subject['entries']): Attributes =>
  Object.fromEntries(
    Object.entries(entries).map(([name, { type, members }]) => {
      const value: Value = known[name] ?? zeroOf[type];
      const isBlocks = Array.isArray(value) && members !== undefined;
      return [
        name,
        isBlocks ? value.map((one: Value) => (isObject(one) ? withDefaults(one, members) : one)) : value,
      ];
    }),
  );

const zeroOf = {
  string: '',
  number: 0,
  bool: false,
  list: [],
  map: {},
  blocks: [],
} as const satisfies Record<string, Value>;

const isAsked = (
  item: Item,
  { id, name, filters = {} }: DataDeclaration,
  values: Arguments,
  { entries }: Subject,
  property: (name: string) => string | undefined,
): boolean => {
  const ids = textsOf(values, 'ids');
  if (ids !== undefined && !ids.includes(text(item[property(id) ?? '']))) return false;
  const expression = textOf(values, 'name_regex');
  if (
    expression !== undefined &&
    name !== undefined &&
    !goExpression(expression).test(text(item[property(name) ?? '']))
  )
    return false;
  return Object.entries(filters).every(([argument, field]) => {
    const wanted = values[argument];
    if (wanted === undefined || wanted === null || wanted === '') return true;
    const value = item[property(field) ?? ''];
    if (isObject(wanted)) return true;
    return entries[argument] === undefined || text(value) === text(wanted);
  });
};

/** The most that any list action gives a page. */
const pageSize = 50;

const allPages = async (
  { read, filters = {} }: DataDeclaration,
  subject: Subject,
  values: Arguments,
  api: Api,
): Promise<Item[]> => {
  const { request, response } = shapesOf(subject.product, read.action);
  const fieldNamed = (name: string): Field | undefined => request.byWireName.get(name);
  const sent = Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => !isClientSide(name) && !(name in filters) && value !== false,
    ),
  );
  // The ids narrow the request where it can be narrowed.
  const ids = textsOf(values, 'ids');
  const by = read.by === undefined || ids === undefined ? {} : { [read.by]: ids };
  const items: Item[] = [];
  for (let page = 1, token = ''; ; page++) {
    const paging: Record<string, Value> = fieldNamed('NextToken')
      ? {
          ...(fieldNamed('MaxResults') && { MaxResults: pageSize }),
          ...(token !== '' && { NextToken: token }),
        }
      : fieldNamed('PageNumber')
        ? { PageNumber: page, PageSize: pageSize }
        : {};
    const step = { ...read, parameters: { ...read.parameters } };
    const answer = await callStep(step, sent, subject, api, { ...by, ...paging });
    const found = itemsAt(answer, response, read.item).items;
    items.push(...found);
    token = text(answer['nextToken']);
    const isLast = fieldNamed('NextToken')
      ? token === ''
      : !('PageNumber' in paging) || found.length < pageSize;
    if (isLast) return items;
  }
};
