/** What a page promises beside what the API's own models take and answer. */
import type { Drift, Disagreement } from '../drift.ts';
import { driftOf } from '../drift.ts';
import { list, named } from '../rules/rule.ts';
import type { Entry, Surface, ValueType } from '../surface.ts';
import { pathKey } from '../surface.ts';
import type { ApiModel } from './api-model.ts';
import { apiValues } from './api-values.generated.ts';
import { plainName } from '../../scenarios/bindings/derived/names.ts';
import type { WireField } from './wire-fields.ts';

/** Fields of every response that are no matter of the resource. */
const envelope: ReadonlySet<string> = new Set(
  ['RequestId', 'PageNumber', 'PageSize', 'TotalCount', 'NextToken', 'RegionId', 'OwnerId'].map(plainName),
);

export const compareWithApi = (surface: Surface, model: ApiModel): Drift[] => {
  const arguments_ = [...surface.entries.values()].filter(
    ({ settable, removed }) => settable === true && !removed,
  );
  const found = [
    ...arguments_.flatMap((entry) => argumentDrift(entry, model)),
    ...(model.read === null ? [] : unnamedFields(surface, model, model.read)),
  ];
  const api = { ...surface, source: 'the API model', isPage: false, place: noPlace(model.read ?? '') };
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

const argumentDrift = (entry: Entry, model: ApiModel): Disagreement[] => {
  const parameters = model.parametersOf(entry.path);
  if (parameters === null) return [];
  if (parameters.length === 0) return [withoutParameter(entry, model)];
  return model.isTranslated(entry.path)
    ? []
    : [...typeDrift(entry, parameters), ...valueDrift(entry, parameters)];
};

const withoutParameter = (entry: Entry, { write }: ApiModel): Disagreement => {
  const [first = '', ...more] = write;
  const actions =
    more.length > 2 ? `${first}, ${more.slice(0, 2).join(', ')} and others` : [first, ...more].join(' and ');
  return {
    kind: 'api-parameter',
    path: pathKey(entry.path),
    message: `${actions} ${more.length === 0 ? 'has' : 'have'} no parameter for the argument ${named(entry)}.`,
    suggestion: `Take ${named(entry)} off, or correct its name.`,
    from: entry.place,
  };
};

const ofText: readonly ValueType[] = ['string', 'number', 'bool', 'list', 'set', 'map'];

/** What a configuration gives can be sent: numbers and flags go into text, and one value into a list of one. */
const takes: Readonly<Record<WireField['scalar'], readonly ValueType[]>> = {
  string: ofText,
  any: ofText,
  int: ['number', 'string'],
  long: ['number', 'string'],
  float: ['number', 'string'],
  bool: ['bool', 'string'],
};

const typeDrift = (entry: Entry, parameters: readonly WireField[]): Disagreement[] => {
  const { type } = entry;
  const [first] = parameters;
  if (type === undefined || first === undefined) return [];
  const fits = ({ scalar, hasMembers, isList, isMap }: WireField): boolean =>
    hasMembers || isList || isMap || takes[scalar].includes(type);
  if (parameters.some(fits)) return [];
  return [
    {
      kind: 'type',
      path: pathKey(entry.path),
      detail: 'api',
      message: `${named(entry)} is a ${type} on the page; ${first.action} takes ${first.scalar} for ${first.name}.`,
      from: entry.place,
      against: placeOfField(first),
    },
  ];
};

/** An argument may go to several actions: a value that one of them takes can be set. */
const valueDrift = (entry: Entry, parameters: readonly WireField[]): Disagreement[] => {
  const stated = entry.validValues;
  if (stated === null || stated === undefined) return [];
  const lists = parameters.flatMap((parameter) => {
    const values = apiValues[`${parameter.action}.${parameter.name}`];
    return values === undefined ? [] : [{ parameter, values }];
  });
  const [first] = lists;
  if (first === undefined) return [];
  const known = [...new Set(lists.flatMap(({ values }) => values))];
  const refused = stated.value.filter(
    // An empty text is as good as none.
    (value) => value !== '' && !known.some((taken) => taken.toLowerCase() === value.toLowerCase()),
  );
  if (refused.length === 0) return [];
  const { action, name } = first.parameter;
  return [
    {
      kind: 'valid-values',
      path: pathKey(entry.path),
      detail: 'api',
      message: `${named(entry)} may be ${list(refused)} on the page; ${action} does not take that for ${name}.`,
      suggestion: `The API takes: ${known.join(', ')}.`,
      from: stated.place,
      against: noPlace(`${action}: ${name}: ${known.join(', ')}`),
    },
  ];
};

const unnamedFields = (surface: Surface, model: ApiModel, action: string): Disagreement[] =>
  model
    .unreadFields(surface)
    .filter(({ name }) => !envelope.has(plainName(name)))
    .map((field) => ({
      kind: 'api-field' as const,
      path: null,
      detail: field.name,
      message: `${action} answers ${field.name}; no attribute of the page has this name.`,
      suggestion: 'Describe it, if the provider exports it.',
      against: placeOfField(field),
    }));
