import type { PageSpec } from '../../../docs-parser/index.ts';
import { step } from '../draft.ts';
import { oneSharePromise } from '../notes/sharing.ts';
import type { Draft } from '../draft.ts';
import { blockOf } from '../example.ts';
import type { Subject } from '../example.ts';

/** What the page promises of the id and of the import by it. */
export const identityPromises = (page: PageSpec, subject: Subject): Draft[] => [
  ...idFormatPromise(page, subject),
  ...oneSharePromise(page, subject),
  ...importPromises(page, subject),
];

const idFormatPromise = (page: PageSpec, subject: Subject): Draft[] => {
  if (page.id === null) return [];
  const { template, position } = page.id;
  return [
    {
      id: 'id/format',
      kind: 'id-format',
      title: `the id has the format ${template}`,
      position,
      given: subject.given,
      steps: [step({ create: blockOf(subject) }, { idOf: subject.address, hasFormat: template })],
    },
  ];
};

const importPromises = (page: PageSpec, subject: Subject): Draft[] => {
  if (page.import === null) return [];
  const { resourceType, id, position } = page.import;
  const { address, given, region } = subject;
  const create = step({ create: blockOf(subject) });
  const imported = `${page.name}.imported`;
  return [
    {
      id: 'import/address',
      kind: 'import',
      title: `the import command names ${page.name}`,
      position,
      given,
      steps: [step({ create: blockOf(subject) }, { documented: resourceType, actual: page.name })],
    },
    {
      id: 'import/id-form',
      kind: 'import',
      title: `a real id has the form of the id in the import command, ${id}`,
      position,
      given,
      steps: [
        step(
          { create: blockOf(subject) },
          { attribute: 'id', of: address, matches: formOf(page.import.parts, page.import.separator) },
        ),
      ],
    },
    {
      id: 'import/same-state',
      kind: 'import',
      title: 'importing by the documented command gives the same state',
      position,
      given,
      steps: [
        create,
        step(
          {
            import: {
              address: imported,
              id: importedId(page, subject),
              ...(region === undefined ? {} : { region }),
            },
          },
          { sameState: [address, imported] },
        ),
      ],
    },
  ];
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** "m-uf66yg1q:123456789" → an expression for ids of that form: a prefix with letters and digits, then digits. */
const formOf = (parts: readonly string[], separator: string | null): string => {
  const forms = parts.map((part) => {
    if (/^\d+$/.test(part)) return '\\d+';
    const prefix = /^([a-z]{1,5})-(?=[a-z0-9]*$)/.exec(part)?.[1];
    if (prefix !== undefined && !/^<.*>$/.test(part)) return `${prefix}-[a-z0-9]+`;
    return separator === null ? '.+' : `[^${escaped(separator)}]+`;
  });
  return `^${forms.join(escaped(separator ?? ''))}$`;
};

/** The real id; where the command shows fewer parts than the format has, only so many of its values. */
const importedId = (page: PageSpec, { address }: Subject): string => {
  const documented = page.import?.parts.length ?? 1;
  const format = page.id;
  if (format === null || documented >= format.parts.length) return `\${${address}.id}`;
  const values = format.parts.slice(0, documented).map((part) => `\${${address}.${part}}`);
  return values.join(page.import?.separator ?? format.separator ?? ':');
};
