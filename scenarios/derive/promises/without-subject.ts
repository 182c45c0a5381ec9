import type { PageSpec } from '../../../docs-parser/index.ts';
import type { Draft } from '../draft.ts';
import { timeoutPromise } from './timeouts.ts';

/**
 * A page whose own block cannot be made from its example: each of its promises is listed as not checked.
 * @param reason why the block cannot be made
 */
export const withoutSubject = (page: PageSpec, reason: string): Draft[] => [
  ...page.arguments.map(({ path, position }): Draft => ({
    id: `argument/${path.join('.')}/read-back`,
    kind: 'read-back',
    title: `\`${path.join('.')}\` is accepted and read back`,
    position,
    notChecked: reason,
  })),
  ...page.attributes.map(({ path, position }): Draft => ({
    id: `attribute/${path.join('.')}`,
    kind: 'attribute',
    title: `the attribute \`${path.join('.')}\` is there`,
    position,
    notChecked: reason,
  })),
  ...(page.import === null
    ? []
    : [
        {
          id: 'import/same-state',
          kind: 'import' as const,
          title: 'importing by the documented command gives the same state',
          position: page.import.position,
          notChecked: reason,
        },
      ]),
  ...page.timeouts.map((timeout): Draft => ({ ...timeoutPromise(timeout), notChecked: reason })),
];
