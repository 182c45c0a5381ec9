import type { NoteRule } from './note-rule.ts';

/** "You can submit a ticket to share with more users." */
export const ticket: NoteRule = {
  name: 'ticket',
  read: ({ text, position }) =>
    /\b(?:submit|open|file)\s+a\s+ticket\b/i.test(text)
      ? [
          {
            id: 'note/ticket',
            kind: 'note',
            title: 'a ticket raises the limit',
            position,
            notChecked:
              'a ticket is no API call; createEmulator({ quotas }) raises a limit as a ticket would',
          },
        ]
      : undefined,
};
