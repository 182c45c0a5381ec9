import { step } from '../draft.ts';
import type { Expectation } from '../../scenario.ts';
import { argumentAbout, headNoun, subjectWith } from './note-rule.ts';
import type { NoteRule } from './note-rule.ts';

/** "Each custom image can be shared with up to 50 Alibaba Cloud accounts" */
const wording =
  /\b(?:each|every|one|an?|per)\b.*?\b(?:up to|at most|no more than|a maximum of)\s+(\d+)\s+((?:[A-Za-z]+\s+){0,3}?[a-z]+s)\b/i;

/** More would make the run slow, and the emulator proves no more by it. */
const largestLimit = 200;

/** A limit: so many are possible, one more is refused, and those before it stand. */
export const limit: NoteRule = {
  name: 'limit',
  read: ({ text, position }, { page, subject }) => {
    const match = wording.exec(text);
    if (match?.[1] === undefined || match[2] === undefined) return undefined;
    const most = Number(match[1]);
    const kind = headNoun(match[2]);
    const argument = argumentAbout(page, kind);
    // What is counted must be something that the page's own resource adds one of.
    if (argument === undefined || most < 1 || !(argument.name in subject.arguments)) return undefined;
    const base = {
      id: 'note/limit',
      kind: 'limit' as const,
      title: `${most} ${kind}s are possible, one more is refused, and the first ${most} stand`,
      position,
    };
    if (most > largestLimit)
      return [{ ...base, notChecked: `a limit of more than ${largestLimit} is not tried` }];
    const many = subjectWith(subject, { [argument.name]: numbered(subject.arguments[argument.name], kind) });
    const first: Expectation[] = Array.from({ length: most }, (_, at) => ({
      exists: `${subject.address}-${at + 1}`,
    }));
    return [
      {
        ...base,
        given: subject.given,
        steps: [
          step({ createMany: { ...many, times: most } }, { succeeds: true }),
          step({ createMany: { ...many, times: 1, from: most + 1 } }, { refused: ['quota'] }, ...first),
        ],
      },
    ];
  },
};

/** A value of the example's form that differs for each: digits stay digits. */
const numbered = (value: unknown, kind: string): string =>
  typeof value === 'string' && /^\d+$/.test(value) ? `${value.slice(0, 13)}\${number}` : `${kind}-\${number}`;
