import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Argument, Constraints } from '../../docs-parser/index.ts';
import { hasSharedData, needsSharedData, shared } from '../shared-data.ts';
import { parseFile } from './read.ts';

interface Kind {
  readonly name: string;
  /** Words that speak of it, whether or not they state it. */
  readonly words: RegExp;
  readonly isRead: (constraints: Constraints) => boolean;
  /** So many texts have the words at least … */
  readonly speaking: number;
  /** … and of so many at most nothing is read: most of them state nothing, or a case ("when `b` is `x`, …"). */
  readonly unread: number;
}

const kinds: readonly Kind[] = [
  {
    name: 'valid values',
    words:
      /\b(?:valid|possible|allowed|available|optional|supported)\s+(?:values?|options|items)|\bvalue (?:range|options)|values? (?:are|is|can be|must be|:)|\b(?:can|must) be (?:one of|`|set to)|\bsupports? `|\bone of\b|^\s*- `/im,
    isRead: ({ validValues, range, length, conflictsWith }) =>
      [validValues, range, length, conflictsWith].some((one) => one !== null),
    speaking: 330,
    unread: 25,
  },
  {
    name: 'default',
    words: /default/i,
    isRead: (constraints) => constraints.default !== null,
    speaking: 200,
    unread: 36,
  },
  {
    name: 'range',
    words:
      /\brange|\bbetween\b|\d\s*(?:~|to|-)\s*\d|\[\s*\d+\s*,\s*\d+\s*\]|(?:greater|less|more|larger|smaller) than/i,
    isRead: ({ range, length, validValues }) => [range, length, validValues].some((one) => one !== null),
    speaking: 150,
    unread: 25,
  },
  {
    name: 'length',
    words: /\bcharacters?\b/i,
    isRead: ({ length }) => length !== null,
    speaking: 90,
    unread: 7,
  },
  {
    name: 'conflict',
    words: /\bconflicts?\b|\bnot be (?:set|specified|used) (?:at the same time|together)/i,
    isRead: ({ conflictsWith }) => conflictsWith !== null,
    speaking: 6,
    unread: 1,
  },
  {
    name: 'required when',
    words: /\b(?:required|valid|effective|takes effect)\s+(?:only\s+)?(?:when|if)\b/i,
    isRead: ({ requiredWhen }) => requiredWhen !== null,
    speaking: 20,
    unread: 2,
  },
  {
    name: 'unit',
    words: /\bunit:/i,
    isRead: ({ unit }) => unit !== null,
    speaking: 20,
    unread: 0,
  },
];

test.describe('what the arguments of the 140 real pages say of their values', () => {
  needsSharedData();
  const args: { readonly file: string; readonly argument: Argument }[] = [];
  test.beforeAll(async () => {
    if (!hasSharedData) return;
    for (const kind of ['r', 'd'])
      for (const name of readdirSync(shared('docs', kind))) {
        const page = await parseFile(shared('docs', kind, name));
        args.push(...page.arguments.map((argument) => ({ file: `${kind}/${name}`, argument })));
      }
  });

  for (const { name, words, isRead, speaking, unread } of kinds)
    test(`${name} is read where the text states it`, () => {
      const found = args.filter(({ argument }) => words.test(argument.text));
      const left = found
        .filter(({ argument }) => !isRead(argument.constraints))
        .map(({ file, argument }) => `${file}:${argument.position.line} ${argument.text.slice(0, 200)}`);
      expect(found.length).toBeGreaterThanOrEqual(speaking);
      expect(left.length, left.join('\n')).toBeLessThanOrEqual(unread);
    });
});
