import type { Flags } from '../page-spec.ts';
import { readVersion } from './version.ts';

type Reader = (token: string, flags: { -readonly [Key in keyof Flags]: Flags[Key] }) => boolean;

const types = new Map(
  [
    'String',
    'Int',
    'Integer',
    'Long',
    'Float',
    'Bool',
    'Boolean',
    'List',
    'Set',
    'Map',
    'MapString',
    'JsonString',
  ].map((name) => [name.toLowerCase(), name]),
);

/** What a token of the parenthesis may be, tried in this order. Typos that real pages have are among them. */
const readers: readonly Reader[] = [
  (token, flags) =>
    matches(token, /^(\*\*)?requ?ired?(\*\*)?$|^reu$|^request$/i, () => (flags.required = true)),
  (token, flags) =>
    matches(token, /^optional?$|^optinal$|^option$|^not required$/i, () => (flags.optional = true)),
  (token, flags) => matches(token, /^forces?\s*new(\s+resource)?$/i, () => (flags.forceNew = true)),
  (token, flags) =>
    matches(token, /^required\s+forces?new$/i, () => {
      flags.required = true;
      flags.forceNew = true;
    }),
  (token, flags) => matches(token, /^computed$/i, () => (flags.computed = true)),
  (token, flags) => matches(token, /^sensitive$/i, () => (flags.sensitive = true)),
  (token, flags) =>
    matches(token, /^dep(rec|erc|reac)ated\b/i, () => {
      flags.deprecated = { since: readVersion(token), instead: null };
    }),
  (token, flags) => matches(token, /^removed\b/i, () => (flags.removed = { since: readVersion(token) })),
  (token, flags) =>
    matches(token, /^(available|optional)\b.*\d+\.\d+/i, () => {
      flags.availableSince = readVersion(token);
      if (/^optional/i.test(token)) flags.optional = true;
    }),
  (token, flags) => matches(token, /^modifiable\b/i, () => (flags.modifiableSince = readVersion(token))),
  (token, flags) => {
    const type = /^(?:type:\s*)?([a-z]+)(?:<.*>)?$/i.exec(token)?.[1]?.toLowerCase();
    const known = type === undefined ? undefined : types.get(type);
    if (known === undefined) return false;
    flags.type = known;
    return true;
  },
];

const matches = (token: string, pattern: RegExp, then: () => void): boolean => {
  if (!pattern.test(token)) return false;
  then();
  return true;
};

/** No flag at all: an argument whose page states none. */
export const noFlags = (): Flags => ({
  required: false,
  optional: false,
  forceNew: false,
  computed: false,
  sensitive: false,
  deprecated: null,
  removed: null,
  availableSince: null,
  modifiableSince: null,
  type: null,
  unknown: [],
});

/**
 * Reads what stands in the parenthesis behind a name: "Required, ForceNew, Available since v1.2.0".
 * @param text without the parentheses; a full-width comma separates as well
 */
export const readFlags = (text: string): Flags => {
  const flags = noFlags();
  for (const token of text.split(/[,，;]/).map((part) => part.replaceAll('`', '').trim())) {
    if (token === '') continue;
    if (!readers.some((read) => read(token, flags))) flags.unknown.push(token);
  }
  return flags;
};

/** Pages have some dozens of different parentheses, and each is asked about several times. */
const knownFlags = (text: string): Readonly<Flags> => {
  const known = seen.get(text) ?? readFlags(text);
  if (seen.size >= mostSeen) seen.clear();
  seen.set(text, known);
  return known;
};

const seen = new Map<string, Readonly<Flags>>();
const mostSeen = 500;

/** Does any word of the parenthesis state a flag? Else it is a remark: "`false` (default)". */
export const isKnownFlag = (text: string): boolean =>
  Object.values(knownFlags(text)).some((value) => value !== null && value !== false && !Array.isArray(value));

/**
 * Do the words say how a name is set? Then it is an argument or attribute; a version or a type alone stands
 * behind values too ("`Ip` (Available since v1.194.0)").
 */
export const statesMember = (text: string): boolean => {
  const { required, optional, forceNew, computed, sensitive, deprecated, removed } = knownFlags(text);
  return required || optional || forceNew || computed || sensitive || deprecated !== null || removed !== null;
};
