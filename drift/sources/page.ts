/** A documentation page as a surface: what it promises, with its lines. */
import type { Argument, Attribute, Flags, PageSpec, Position } from '../../docs-parser/index.ts';
import type { Entry, Place, Stated, Surface, TimeoutFact, ValueType } from '../surface.ts';
import { bareEntry, pathKey } from '../surface.ts';

/** A page with its text, as comparisons need both. */
export interface PageWithSource {
  readonly spec: PageSpec;
  readonly source: string;
}

/** The types that pages name, in the terms of a provider schema. A JSON string is a string. */
const types: Readonly<Record<string, ValueType>> = {
  string: 'string',
  jsonstring: 'string',
  int: 'number',
  integer: 'number',
  long: 'number',
  float: 'number',
  bool: 'bool',
  boolean: 'bool',
  list: 'list',
  set: 'set',
  map: 'map',
  mapstring: 'map',
};

/** Places on a page, each with its line as quote. */
export class PagePlaces {
  readonly #file: string;
  readonly #lines: readonly string[];

  constructor({ spec, source }: PageWithSource) {
    this.#file = spec.file;
    this.#lines = source.split(/\r?\n/);
  }

  at(position: Position): Place {
    return { file: this.#file, position, quote: (this.#lines[position.line - 1] ?? '').trim() };
  }
}

/** @param source how a report names the page */
export const pageSurface = (page: PageWithSource, source = 'the page'): Surface => {
  const { spec } = page;
  const places = new PagePlaces(page);
  const entries = new Map<string, Entry>();
  for (const argument of spec.arguments) {
    const key = pathKey(argument.path);
    // Described twice: the parser says so itself, and the first description counts.
    if (!entries.has(key)) entries.set(key, argumentEntry(argument, spec, places));
  }
  for (const attribute of spec.attributes) {
    const key = pathKey(attribute.path);
    const known = entries.get(key);
    if (known === undefined) entries.set(key, attributeEntry(attribute, places));
  }
  return {
    name: spec.name,
    kind: spec.kind,
    source,
    place: places.at(spec.position),
    isPage: true,
    covers: { nested: true, attributes: true },
    deprecated: isPageDeprecated(spec),
    entries: withNesting(entries),
    timeouts: timeoutsOf(spec, places),
    id: spec.id === null ? null : { value: spec.id.template, place: places.at(spec.id.position) },
    import:
      spec.import === null
        ? null
        : {
            value: { resourceType: spec.import.resourceType, id: spec.import.id },
            place: places.at(spec.import.position),
          },
  };
};

/** A DEPRECATED note states it; plain words in the introduction neither state nor deny it. */
const isPageDeprecated = ({ deprecated, notes, description }: PageSpec): boolean | undefined => {
  if (deprecated !== null) return true;
  const introduction = [...notes.filter(({ section }) => section === 'introduction'), ...description];
  return introduction.some(({ text }) => /deprecat|has been renamed|will be removed/i.test(text))
    ? undefined
    : false;
};

const argumentEntry = (argument: Argument, spec: PageSpec, places: PagePlaces): Entry => {
  const { flags, constraints, path, position, text } = argument;
  const stated = <Value>(
    found: ({ position: Position } & Record<string, unknown>) | null,
    value: Value,
  ): Stated<Value> | null => (found === null ? null : { value, place: places.at(found.position) });
  const { length, validValues } = constraints;
  // "Valid values: `0`, `1`, `2`" is a list, and "at most 5 groups" a number of entries: neither is a range.
  const range = validValues === null && constraints.maxItems === null ? constraints.range : null;
  const settable = settability(flags);
  return {
    ...bareEntry(path, places.at(position)),
    settable,
    required: flags.required === flags.optional ? undefined : flags.required,
    computed: computedness(argument, spec),
    forceNew: settable === undefined ? undefined : flags.forceNew,
    deprecated: deprecation(argument, spec),
    sensitive: flags.sensitive,
    removed: flags.removed !== null || /\b(?:has been|was|is) removed\b/i.test(text),
    type: typeOf(flags.type),
    default: stated(constraints.default, constraints.default?.value ?? ''),
    validValues: stated(validValues, validValues?.values ?? []),
    range: stated(range, { min: range?.min ?? null, max: range?.max ?? null }),
    length: stated(length, { min: length?.min ?? null, max: length?.max ?? null }),
    maxItems: stated(constraints.maxItems, constraints.maxItems?.value ?? 0),
    text,
  };
};

/** Without Required and Optional: a Computed one is read-only, and of one that is on its way out nothing is said. */
const settability = ({ required, optional, computed, deprecated, removed }: Flags): boolean | undefined => {
  if (required || optional) return true;
  if (computed) return false;
  return deprecated === null && removed === null ? true : undefined;
};

/**
 * Flagged is a statement. An argument that is listed as an attribute as well, or whose text speaks of leaving
 * it out, neither states it nor denies it.
 */
const computedness = ({ flags, text, path }: Argument, { attributes }: PageSpec): boolean | undefined => {
  if (flags.computed) return true;
  const isListed = attributes.some((attribute) => pathKey(attribute.path) === pathKey(path));
  const isMentioned =
    /default|not (?:specif|set|provid|fill|giv|present)|left? (?:out|blank|empty|unset)|omit|absen|automatic|generat|assigned by|random/i.test(
      text,
    );
  return isListed || isMentioned ? undefined : false;
};

const typeOf = (word: string | null | undefined): ValueType | undefined =>
  word === null || word === undefined ? undefined : types[word.toLowerCase()];

/**
 * Flagged is a statement. Words about it, in the text or in a note of the argument, may be about something
 * else: they neither state it nor deny it.
 */
const deprecation = ({ flags, text, path }: Argument, { notes }: PageSpec): boolean | undefined => {
  if (flags.deprecated !== null || flags.removed !== null) return true;
  const isMentioned =
    saysDeprecated(text) ||
    notes.some(
      (note) =>
        note.argument !== null && pathKey(note.argument) === pathKey(path) && saysDeprecated(note.text),
    );
  return isMentioned ? undefined : false;
};

const saysDeprecated = (text: string): boolean =>
  /deprecat|discontinued|no longer (?:used|supported|available|takes effect)|(?:has been|was|is) (?:removed|replaced)|will be removed/i.test(
    text,
  );

const attributeEntry = ({ path, position, flags, text }: Attribute, places: PagePlaces): Entry => ({
  ...bareEntry(path, places.at(position)),
  settable: false,
  required: false,
  deprecated: (flags?.deprecated ?? null) !== null ? true : saysDeprecated(text) ? undefined : false,
  removed: (flags?.removed ?? null) !== null,
  sensitive: flags?.sensitive ?? false,
  type: typeOf(flags?.type),
  text,
});

/** A page shows that something is a block by describing what is in it; that it does not, shows nothing. */
const withNesting = (entries: ReadonlyMap<string, Entry>): Map<string, Entry> => {
  const parents = new Set([...entries.values()].map(({ path }) => pathKey(path.slice(0, -1))));
  return new Map(
    [...entries].map(([key, entry]) => [key, { ...entry, nested: parents.has(key) ? true : undefined }]),
  );
};

const timeoutsOf = ({ timeouts }: PageSpec, places: PagePlaces): Map<string, TimeoutFact> =>
  new Map(
    timeouts.map(({ operation, defaultMinutes, position }) => [
      operation,
      { minutes: defaultMinutes, place: places.at(position) },
    ]),
  );
