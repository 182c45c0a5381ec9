import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { blockOf } from '../example.ts';
import type { Subject } from '../example.ts';
import type { Argument, PageSpec, Position } from '../../../docs-parser/index.ts';
import { accountArgument, argumentAbout, headNoun, subjectWith } from './note-rule.ts';
import type { NoteRule } from './note-rule.ts';

/** "You can only share your own custom images", "Only your own custom images can be shared" */
const wording = /\bonly\b.*?\byour own\b\s+((?:[a-z]+\s+){0,2}?[a-z]+s)\b/i;

/**
 * Only what is one's own: a stranger is refused, and so is what the system offers to all, where the example
 * looks that up.
 */
export const ownership: NoteRule = {
  name: 'ownership',
  read: ({ text, position }, { page, subject }) => {
    const noun = wording.exec(text)?.[1];
    if (noun === undefined) return undefined;
    const kind = headNoun(noun);
    const argument = argumentAbout(page, kind);
    if (argument === undefined) return undefined;
    const stranger: Draft = {
      id: 'note/ownership/another-account',
      kind: 'ownership',
      title: `another account's ${kind} is refused`,
      position,
      given: subject.given,
      steps: [step({ create: blockOf(subject), as: 'stranger' }, { refused: ['not-found', 'forbidden'] })],
    };
    const own = ownAccount(text, position, page, subject);
    const offered = publicOne(argument, kind, subject);
    if (offered === undefined) return [stranger, ...own];
    return [
      stranger,
      ...own,
      {
        id: 'note/ownership/public',
        kind: 'ownership',
        title: `a public ${kind} of the system is refused`,
        position,
        given: subject.given,
        steps: [
          step(
            { create: subjectWith(subject, { [argument.name]: offered }) },
            { refused: ['not-found', 'forbidden', 'invalid-value'] },
          ),
        ],
      },
    ];
  },
};

/** "… to other Alibaba Cloud users": one's own account is no other. */
const ownAccount = (text: string, position: Position, page: PageSpec, subject: Subject): Draft[] => {
  const account = accountArgument(page);
  if (account === undefined || !/\bother\b[^.]*\b(?:users?|accounts?)\b/i.test(text)) return [];
  return [
    {
      id: 'note/ownership/own-account',
      kind: 'ownership',
      title: "one's own account is refused, since it is no other",
      position,
      given: subject.given,
      steps: [
        step(
          { create: subjectWith(subject, { [account.name]: '${account.owner}' }) },
          { refused: ['not-found', 'forbidden', 'invalid-value'] },
        ),
      ],
    },
  ];
};

/** The first that the example's data source of the same kind finds: "${data.alicloud_images.default.ids.0}". */
const publicOne = (argument: Argument, kind: string, subject: Subject): string | undefined => {
  const source = subject.given.find(
    ({ address, arguments: values }) =>
      new RegExp(`^data\\.[a-z0-9_]*_${kind}s\\.`).test(address) &&
      /system|public/.test(JSON.stringify(values)),
  );
  return source === undefined || argument.path.length > 1 ? undefined : `\${${source.address}.ids.0}`;
};
