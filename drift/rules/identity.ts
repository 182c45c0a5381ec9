/** Timeouts, id format and import. */
import type { Disagreement } from '../drift.ts';
import type { Rule } from './rule.ts';
import { list, silenceCounts, within } from './rule.ts';

export const timeouts: Rule = ({ from, against }) => {
  const [here, there] = [from.timeouts, against.timeouts];
  if (here === undefined || there === undefined) return [];
  const missing = [...there].filter(([operation]) => !here.has(operation));
  return [
    ...[...here].flatMap(([operation, { minutes, place }]): Disagreement[] => {
      const other = there.get(operation);
      if (other === undefined) {
        return [
          {
            kind: 'timeouts',
            severity: 'error',
            path: `timeouts.${operation}`,
            message: `${from.source} describes a timeout for ${operation}; ${against.source} has none.`,
            suggestion: `Take the timeout for ${operation} off.`,
            from: place,
            breaking: false,
          },
        ];
      }
      if (minutes === undefined || other.minutes === undefined || minutes === other.minutes) return [];
      return [
        {
          kind: 'timeouts',
          path: `timeouts.${operation}`,
          message: `The timeout for ${operation} is ${minutesWords(minutes)} ${within(from)} and ${minutesWords(other.minutes)} ${within(against)}.`,
          suggestion: `Write ${minutesWords(other.minutes)}.`,
          from: place,
          against: other.place,
          breaking: (minutes ?? 0) < (other.minutes ?? 0),
        },
      ];
    }),
    ...missing.flatMap(([operation, { place }], at): Disagreement[] => {
      // A page without the section gets one finding, not one an operation.
      if (here.size === 0 && at > 0) return [];
      const operations = here.size === 0 ? missing.map(([name]) => name) : [operation];
      return [
        {
          kind: 'timeouts',
          path: here.size === 0 ? 'timeouts' : `timeouts.${operation}`,
          message: `${against.source} has a timeout for ${list(operations)}; ${from.source} does not describe it.`,
          suggestion: here.size === 0 ? 'Add a Timeouts section.' : `Describe the timeout for ${operation}.`,
          from: [...here.values()][0]?.place,
          against: place,
          breaking: true,
        },
      ];
    }),
  ];
};

const minutesWords = (minutes: number | null): string =>
  minutes === null ? 'without a default' : `${minutes} minutes`;

export const idFormat: Rule = (pair) => {
  const { from, against } = pair;
  const [here, there] = [from.id, against.id];
  if (here === undefined || there === undefined || here?.value === there?.value) return [];
  if ((here === null || there === null) && !silenceCounts(pair)) return [];
  const word = (value: string | undefined): string => (value === undefined ? 'not given' : `\`${value}\``);
  return [
    {
      kind: 'id-format',
      // A page that gives no format says nothing wrong.
      severity: here === null || there === null ? 'info' : 'error',
      path: 'id',
      message: `The format of the id is ${word(here?.value)} ${within(from)} and ${word(there?.value)} ${within(against)}.`,
      suggestion: there === null ? 'Take the format off.' : `Write ${word(there.value)}.`,
      from: here?.place ?? from.entries.get('id')?.place,
      against: there?.place ?? against.entries.get('id')?.place,
      breaking: here !== null && there !== null,
    },
  ];
};

export const importCommand: Rule = ({ from, against }) => {
  const [here, there] = [from.import, against.import];
  if (here === undefined || there === undefined || (here === null && there === null)) return [];
  if (here === null || there === null) {
    return [
      {
        kind: 'import',
        severity: 'warning',
        message:
          here === null
            ? `${against.source} has an import command; ${from.source} has none.`
            : `${from.source} has an import command; ${against.source} has none.`,
        suggestion: here === null ? 'Add an Import section.' : 'Take the Import section off.',
        from: here?.place,
        against: there?.place,
        breaking: here === null,
      },
    ];
  }
  const [mine, other] = [here.value, there.value];
  if (mine.resourceType === other.resourceType && mine.id === other.id) return [];
  return [
    {
      kind: 'import',
      // Two example ids of the same form import in the same way.
      severity:
        mine.resourceType === other.resourceType && arity(mine.id) === arity(other.id) ? 'info' : 'error',
      message: `The import command of ${from.source} has \`${mine.resourceType}\` and the id \`${mine.id}\`, that of ${against.source} \`${other.resourceType}\` and \`${other.id}\`.`,
      suggestion: 'Make the two commands the same.',
      from: here.place,
      against: there.place,
      breaking: arity(mine.id) !== arity(other.id),
    },
  ];
};

const arity = (id: string): number => id.split(':').length;
