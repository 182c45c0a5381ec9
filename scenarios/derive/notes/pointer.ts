import type { SentenceRule } from './note-rule.ts';

/** "For information about ECS Disk and how to use it, see What is Disk." */
export const pointer: SentenceRule = {
  name: 'pointer',
  read: ({ text, position }) =>
    /^for (?:more )?information\b.*\bsee\b/i.test(text)
      ? [
          {
            id: 'note/pointer',
            kind: 'note',
            title: `“${text.length > 100 ? `${text.slice(0, 99)}…` : text}”`,
            position,
            notChecked: 'it points to another page, and promises nothing of this one',
          },
        ]
      : undefined,
};
