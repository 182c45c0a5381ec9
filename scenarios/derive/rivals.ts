/** Arguments that cannot stand beside each other, as the page's texts and notes say it. */
import type { Argument, PageSpec } from '../../docs-parser/index.ts';
import { newerThan } from './newer-argument.ts';

/** Wordings that name several arguments of which one may be set; what they name is cut out. */
const exclusions: readonly RegExp[] = [
  /\bcan\s?not (?:specify|set|use) both\s+([^.\n]*)/i,
  /\bdon['’]t use both\s+([^.\n]*?)\s+in\b/i,
  /\bonly one of\s+([^.\n]*?)\s+can be\b/i,
  /\bmust (?:specify|set)\s+(?:only )?one of the following[^:\n]*:\s*([^.\n]*)/i,
  /\b(?:specify|set)\s+([^.\n]*?),?\s+but not both\b/i,
  /\bone of\s+([^.\n]*?)\s+must be (?:set|specified)\b[^.\n]*\bat the same time/i,
];

/**
 * Names of the arguments of the same page that are left out where this one is set: those that conflict with it by
 * either's text or by a note, its successor, and what it succeeds.
 */
export const rivalsOf = (argument: Argument, page: PageSpec): ReadonlySet<string> => {
  const top = page.arguments.filter(({ path }) => path.length === 1);
  const groups = [...page.arguments, ...page.notes].flatMap(({ text }) => exclusiveIn(text, top));
  const rivals = [
    ...(argument.constraints.conflictsWith?.arguments ?? []),
    ...top
      .filter(({ constraints }) => constraints.conflictsWith?.arguments.includes(argument.name) === true)
      .map(({ name }) => name),
    ...groups.filter((names) => names.includes(argument.name)).flat(),
    ...[newerThan(argument, top)].flatMap((newer) => newer?.name ?? []),
    // What is left out of all, and what is taken of all.
    ...top
      .filter(({ name }) => name === `exclude_${argument.name}` || argument.name === `exclude_${name}`)
      .map(({ name }) => name),
    ...top.filter((other) => newerThan(other, top)?.name === argument.name).map(({ name }) => name),
  ];
  return new Set(rivals.filter((name) => name !== argument.name));
};

const exclusiveIn = (text: string, top: readonly Argument[]): string[][] =>
  exclusions.flatMap((pattern) => {
    const words = new Set(pattern.exec(text)?.[1]?.match(/\w+/g));
    const named = top.filter(({ name }) => words.has(name)).map(({ name }) => name);
    return named.length > 1 ? [named] : [];
  });
