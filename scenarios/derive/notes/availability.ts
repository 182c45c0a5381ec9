import type { SentenceRule } from './note-rule.ts';

/** "Available in 1.68.0+.", "Available since v1.68.0." */
export const availability: SentenceRule = {
  name: 'availability',
  read: ({ text, position }) => {
    const version = /^available\s+(?:in|since|from)\s+v?([\d.]*\d)/i.exec(text)?.[1];
    return version === undefined
      ? undefined
      : [
          {
            id: 'note/availability',
            kind: 'availability',
            title: `it is available since version ${version} of the provider`,
            position,
            notChecked: 'one version of the provider is looked at, not its history',
          },
        ];
  },
};
