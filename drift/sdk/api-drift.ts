/** What a page promises beside what the API's own models take and answer. */
import type { Drift, Disagreement } from '../drift.ts';
import { driftOf } from '../drift.ts';
import type { Entry, Surface, ValueType } from '../surface.ts';
import { apiValues } from './api-values.generated.ts';
import type { ResourceActions } from './resource-actions.ts';
import { plainName } from '../../scenarios/bindings/derived/names.ts';
import { fieldsOf, parametersOf } from './wire-fields.ts';
import type { WireField } from './wire-fields.ts';

/** Fields of every response that are no matter of the resource. */
const envelope: ReadonlySet<string> = new Set(
  ['RequestId', 'PageNumber', 'PageSize', 'TotalCount', 'NextToken', 'RegionId', 'OwnerId'].map(plainName),
);

export const compareWithApi = (surface: Surface, actions: ResourceActions): Drift[] => {
  const parameters = parametersOf(actions.product, actions.write);
  const arguments_ = [...surface.entries.values()].filter(
    ({ path, settable, removed }) => path.length === 1 && settable === true && !removed,
  );
  const found = [
    ...arguments_.flatMap((entry) => argumentDrift(entry, actions, parameters)),
    ...unnamedFields(surface, actions),
  ];
  const api = { ...surface, source: 'the API model', isPage: false, place: noPlace(actions.read.action) };
  return found.map((disagreement) => driftOf(disagreement, surface, api));
};

const noPlace = (quote: string) => ({ file: '', position: null, quote });

const placeOfField = (field: WireField) => ({
  ...noPlace(`${field.action}: ${field.name} ${typeWords(field)}`),
});

const typeWords = ({ scalar, isList, isMap, hasMembers }: WireField): string => {
  const inner = hasMembers ? 'object' : scalar;
  return isList ? `list of ${inner}` : isMap ? `map of ${inner}` : inner;
};

const argumentDrift = (
  entry: Entry,
  actions: ResourceActions,
  parameters: ReadonlyMap<string, WireField>,
): Disagreement[] => {
  const name = entry.path[0] ?? '';
  if (Object.hasOwn(actions.clientSide, name)) return [];
  const wire = Object.hasOwn(actions.parameters, name) ? (actions.parameters[name] ?? name) : name;
  const parameter = parameters.get(plainName(wire));
  if (parameter === undefined) {
    return [
      {
        kind: 'api-parameter',
        path: name,
        message: `${actions.write.slice(0, 3).join(', ')}${actions.write.length > 3 ? ' and others' : ''} have no parameter for the argument \`${name}\`.`,
        suggestion: `Take \`${name}\` off, or correct its name.`,
        from: entry.place,
      },
    ];
  }
  return actions.translated.includes(name)
    ? []
    : [...typeDrift(entry, parameter), ...valueDrift(entry, parameter)];
};

/** What a configuration gives can be sent: numbers and flags go into text, and one value into a list of one. */
const typeDrift = (entry: Entry, parameter: WireField): Disagreement[] => {
  if (entry.type === undefined || parameter.hasMembers || parameter.isList || parameter.isMap) return [];
  const takes: Record<WireField['scalar'], readonly ValueType[]> = {
    string: ['string', 'number', 'bool', 'list', 'set', 'map'],
    any: ['string', 'number', 'bool', 'list', 'set', 'map'],
    int: ['number', 'string'],
    long: ['number', 'string'],
    float: ['number', 'string'],
    bool: ['bool', 'string'],
  };
  if (takes[parameter.scalar].includes(entry.type)) return [];
  return [
    {
      kind: 'type',
      path: entry.path[0] ?? '',
      detail: 'api',
      message: `\`${entry.path[0] ?? ''}\` is a ${entry.type} on the page; ${parameter.action} takes ${parameter.scalar} for ${parameter.name}.`,
      from: entry.place,
      against: placeOfField(parameter),
    },
  ];
};

const valueDrift = (entry: Entry, parameter: WireField): Disagreement[] => {
  const name = entry.path[0] ?? '';
  const known = apiValues[`${parameter.action}.${parameter.name}`];
  const stated = entry.validValues;
  if (known === undefined || stated === null || stated === undefined) return [];
  const refused = stated.value.filter(
    (value) => !known.some((taken) => taken.toLowerCase() === value.toLowerCase()),
  );
  if (refused.length === 0) return [];
  return [
    {
      kind: 'valid-values',
      path: name,
      detail: 'api',
      message: `\`${name}\` may be ${refused.map((value) => `\`${value}\``).join(', ')} on the page; ${parameter.action} does not take that for ${parameter.name}.`,
      suggestion: `The API takes: ${known.join(', ')}.`,
      from: stated.place,
      against: noPlace(`${parameter.action}: ${parameter.name}: ${known.join(', ')}`),
    },
  ];
};

/** Names that attributes have for a response's fields: their own, those of their members, and the table's. */
const unnamedFields = (surface: Surface, { product, read, fields }: ResourceActions): Disagreement[] => {
  const named = new Set(
    [...surface.entries.values()].flatMap(({ path }) => {
      const name = path.at(-1) ?? '';
      return [plainName(name), ...(Object.hasOwn(fields, name) ? [plainName(fields[name] ?? '')] : [])];
    }),
  );
  return fieldsOf(product, read.action, read.item)
    .filter(({ name }) => !envelope.has(plainName(name)) && !isNamed(plainName(name), named))
    .map((field) => ({
      kind: 'api-field' as const,
      path: null,
      detail: field.name,
      message: `${read.action} answers ${field.name}; no attribute of the page has this name.`,
      suggestion: 'Describe it, if the provider exports it.',
      against: placeOfField(field),
    }));
};

/** A list and its one: "Tags" is `tags`, "AvailableDiskCategories" is `available_disk_categories`. */
const isNamed = (field: string, named: ReadonlySet<string>): boolean =>
  named.has(field) || named.has(field.replace(/s$/, '')) || named.has(`${field}s`);
