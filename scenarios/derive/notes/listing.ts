import { blockOf } from '../example.ts';
import { step } from '../draft.ts';
import { furnished } from '../furnished.ts';
import type { NoteRule } from './note-rule.ts';

/** "This data source provides the Ecs Disks of the current Alibaba Cloud user.", "Use this data source to get a list of …" */
const wording =
  /^(?:this data source provides|use this data source to get|the `?[\w ]+`? data source (?:lists?|provides))\b/i;

/** Whose the listed things are, where they are of one account. */
const owned = /\b(?:of the current [\w ]*user|(?:in|owned by) an [\w ]*account|available to the user)\b/i;

/**
 * What a data source provides is found where it is there; and what it provides of one account, another does not see.
 */
export const listing: NoteRule = {
  name: 'listing',
  read: ({ text, position }, { page, subject, companions }) => {
    const list = page.attributes.find(({ path }) => path.length > 1)?.path[0];
    if (page.kind !== 'data-source' || list === undefined || !wording.test(text)) return undefined;
    const { found, listed } = furnished(page, subject, companions);
    const { address } = found;
    const foreign = { ...blockOf(found), address: `${address}-of-stranger` };
    const isOwned = listed !== null && owned.test(text);
    return [
      {
        id: 'introduction/listing',
        kind: 'create',
        title: `${page.name} lists what the page is about${isOwned ? ', to its owner alone' : ''}`,
        position,
        given: found.given,
        steps: [
          step({ create: blockOf(found) }, { attribute: list, of: address, present: true }),
          ...(isOwned
            ? [
                step(
                  { create: foreign, as: 'stranger' },
                  { attribute: list, of: foreign.address, equals: [] },
                ),
              ]
            : []),
        ],
      },
    ];
  },
};
