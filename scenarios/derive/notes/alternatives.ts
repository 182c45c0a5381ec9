/** Notes on arguments of which one is needed, of which only one may be set, or which may all be left out. */
import type { Argument } from '../../../docs-parser/index.ts';
import type { Value } from '../../scenario.ts';
import { chosenValue } from '../chosen-value.ts';
import { step } from '../draft.ts';
import { blockOf } from '../example.ts';
import type { NoteContext, NoteRule } from './note-rule.ts';

/** The top-level arguments that a sentence names. */
const namedIn = (text: string, { page }: NoteContext): Argument[] => {
  const words = new Set(text.match(/\w+/g));
  return page.arguments.filter(({ name, path }) => path.length === 1 && words.has(name));
};

const without = (names: readonly string[], { subject }: NoteContext): Record<string, Value> =>
  Object.fromEntries(Object.entries(subject.arguments).filter(([name]) => !names.includes(name)));

/** "One of `size` or `snapshot_id` is required", "You must specify one of the following field: `a`, `b`" */
export const oneIsNeeded: NoteRule = {
  name: 'one-is-needed',
  read: ({ text, position }, context) => {
    const wording = /^one of\b.*\bis required\b|\bmust (?:specify|set) one of the following\b/i;
    const names = wording.test(text) ? namedIn(text, context).map(({ name }) => name) : [];
    if (names.length < 2) return undefined;
    const { subject } = context;
    return [
      {
        id: `note/one-of/${names.join('-')}`,
        kind: 'required',
        title: `without all of ${names.map((name) => `\`${name}\``).join(', ')} it is refused`,
        position,
        given: subject.given,
        steps: [
          step({ create: blockOf(subject, without(names, context)) }, { refused: ['missing-argument'] }),
        ],
      },
    ];
  },
};

/** "Only one of `a` or `b` can be specified" */
export const onlyOne: NoteRule = {
  name: 'only-one',
  read: ({ text, position }, context) => {
    const named = /\bonly one of\b.*\bcan be (?:specified|set)\b/i.test(text) ? namedIn(text, context) : [];
    if (named.length < 2) return undefined;
    const { subject, companions } = context;
    const chosen = named.map((argument) => ({ argument, value: chosenValue(argument, subject, companions) }));
    const names = named.map(({ name }) => name);
    const base = {
      id: `note/only-one/${names.join('-')}`,
      kind: 'note' as const,
      title: `${names.map((name) => `\`${name}\``).join(' and ')} together are refused`,
      position,
    };
    if (chosen.some(({ value }) => value === null)) {
      return [{ ...base, notChecked: 'the page states no value to try for each of them' }];
    }
    const values = chosen.map(({ argument: { name }, value }) => [name, value?.value ?? null] as const);
    const given = chosen.flatMap(({ value }) => value?.given ?? []);
    const both = { ...subject.arguments, ...Object.fromEntries(values) };
    return [
      {
        ...base,
        given: [...subject.given, ...given],
        steps: [step({ create: blockOf(subject, both) }, { refused: ['invalid-value', 'conflict'] })],
      },
    ];
  },
};

/** "If `key_pair_name` and `key_name_prefix` are not set, terraform will produce a specified ID to replace." */
export const madeUpName: NoteRule = {
  name: 'made-up-name',
  read: ({ text, position }, context) => {
    const wording = /\bif\b.*\bnot set,\s*terraform will produce\b/i;
    const names = wording.test(text) ? namedIn(text, context).map(({ name }) => name) : [];
    const [name] = names;
    if (name === undefined) return undefined;
    const { subject } = context;
    const present = { attribute: name, of: subject.address, present: true as const };
    return [
      {
        id: `note/made-up/${name}`,
        kind: 'note',
        title: `where nothing names it, \`${name}\` is made up`,
        position,
        given: subject.given,
        steps: [step({ create: blockOf(subject, without(names, context)) }, present)],
      },
    ];
  },
};
