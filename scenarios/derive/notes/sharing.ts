import type { PageSpec } from '../../../docs-parser/index.ts';
import type { Step } from '../../scenario.ts';
import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { Subject } from '../example.ts';
import { accountArgument, argumentAbout, subjectWith } from './note-rule.ts';
import type { NoteRule, Sentence } from './note-rule.ts';

/** A page whose resource shares an image with an account: the arguments that name the two. */
interface Sharing {
  readonly subject: Subject;
  /** The shared image, as `${…}`. */
  readonly image: string;
  /** Shares the image with the recipient, a second account. */
  readonly share: Step;
}

const sharingOf = (page: PageSpec, subject: Subject): Sharing | undefined => {
  const image = argumentAbout(page, 'image');
  const account = accountArgument(page);
  if (image === undefined || account === undefined) return undefined;
  const reference = subject.arguments[image.name];
  if (typeof reference !== 'string') return undefined;
  const create = subjectWith(subject, { [account.name]: recipient });
  return { subject, image: reference, share: step({ create }) };
};

const recipient = '${account.recipient}';

/**
 * "The resource id: `<image_id>:<account_id>`": each account's share is a thing of its own. What is unshared
 * from one account behind Terraform's back is gone, and the other account's share stands.
 */
export const oneSharePromise = (page: PageSpec, subject: Subject): Draft[] => {
  const sharing = sharingOf(page, subject);
  const account = accountArgument(page)?.name ?? '';
  if (sharing === undefined || page.id === null || !page.id.parts.includes(account)) return [];
  const second = subjectWith(subject, { [account]: '${account.stranger}' });
  const other = { ...second, address: `${second.address}-second` };
  const { image } = sharing;
  return [
    {
      id: 'id/one-account',
      kind: 'id-format',
      title:
        'the id stands for one account: unshared from it, it is gone, and the other account keeps its share',
      position: page.id.position,
      given: subject.given,
      steps: [
        sharing.share,
        step({ create: other }),
        step({ act: 'release the share', with: { image, account: recipient } }),
        step({ act: 'find the image', with: { image }, as: 'recipient' }, { result: false }),
        step({ read: subject.address }, { gone: subject.address }, { exists: other.address }),
      ],
    },
  ];
};

/** "You can share your custom image to other Alibaba Cloud users": the other account sees it, a third does not. */
export const visibility: NoteRule = {
  name: 'visibility',
  read: ({ text, position }, { page, subject }) => {
    if (!/\b(?:you can share|lets? another|share your)\b.*\bimages?\b/i.test(text)) return undefined;
    // "only …" and "up to …" state more than that, and have rules of their own.
    if (/\bonly\b|\bup to\b/i.test(text)) return undefined;
    const sharing = sharingOf(page, subject);
    if (sharing === undefined) return undefined;
    const find = (as: 'recipient' | 'stranger', seen: boolean): Step =>
      step({ act: 'find the image', with: { image: sharing.image }, as }, { result: seen });
    return [
      {
        id: 'introduction/visibility',
        kind: 'usage',
        title: 'the other account sees the image once it is shared, and a third account does not',
        position,
        given: subject.given,
        steps: [find('recipient', false), sharing.share, find('recipient', true), find('stranger', false)],
      },
    ];
  },
};

/** "The user can use the shared custom image to create ECS instances or replace the system disk" */
export const usage: NoteRule = {
  name: 'usage',
  read: (sentence, { page, subject }) => {
    const { text } = sentence;
    if (!/\bshared\b.*\bimage\b/i.test(text) || !/\bcan\b/i.test(text) || /\bcannot\b/i.test(text))
      return undefined;
    const sharing = sharingOf(page, subject);
    if (sharing === undefined) return undefined;
    const drafts = [
      ...(/\bcreat\w*\b[^.]*\binstances?\b/i.test(text) ? [createsInstances(sentence, sharing)] : []),
      ...(/\breplac\w*\b[^.]*\bsystem disks?\b/i.test(text) ? [replacesSystemDisk(sentence, sharing)] : []),
    ];
    return drafts.length === 0 ? undefined : drafts;
  },
};

const runInstance = (image: string): Step =>
  step({ act: 'run an instance', with: { image }, save: 'instance', as: 'recipient' });

const refusedInstance = (image: string): Step =>
  step({ act: 'run an instance', with: { image }, as: 'recipient' }, { refused: ['not-found', 'forbidden'] });

const createsInstances = ({ position }: Sentence, { subject, image, share }: Sharing): Draft => ({
  id: 'introduction/usage/create-instance',
  kind: 'usage',
  title:
    'the other account can create an instance from the image while it is shared, not before and not after',
  position,
  given: subject.given,
  steps: [
    refusedInstance(image),
    share,
    runInstance(image),
    step({ act: 'release the share', with: { image, account: recipient }, as: 'owner' }),
    refusedInstance(image),
  ],
});

const replacesSystemDisk = ({ position }: Sentence, { subject, image, share }: Sharing): Draft => {
  // An instance of another image, where the example looks one up.
  const source = subject.given.find(({ address }) => /^data\.[a-z0-9_]*_images\./.test(address));
  const first = source === undefined ? image : `\${${source.address}.ids.0}`;
  const replace = {
    act: 'replace the system disk',
    with: { instance: '${saved.instance}', image },
    as: 'recipient',
  } as const;
  return {
    id: 'introduction/usage/replace-system-disk',
    kind: 'usage',
    title:
      'the other account can replace the system disk of an instance by the shared image, and could not before',
    position,
    given: subject.given,
    steps:
      source === undefined
        ? [share, runInstance(first), step(replace)]
        : [runInstance(first), step(replace, { refused: ['not-found', 'forbidden'] }), share, step(replace)],
  };
};

/**
 * "After creating an ECS instance using a shared image, once the owner releases the image sharing
 * relationship or deletes the custom image, the instance cannot initialize the system disk"
 */
export const revocation: NoteRule = {
  name: 'revocation',
  read: (sentence, { page, subject }) => {
    const { text } = sentence;
    if (!/\bcannot\s+(?:re-?)?initiali[sz]e\s+(?:its|the)\s+system\s+disk/i.test(text)) return undefined;
    const sharing = sharingOf(page, subject);
    if (sharing === undefined) return undefined;
    const { image } = sharing;
    const release = /\b(?:releas|end|cancel|stop|remov|revok)\w*\b[^,]*\bshar/i.test(text);
    const deletion = /\bdelet\w*\b[^,]*\bimage\b/i.test(text);
    const drafts = [
      ...(release
        ? [
            revoked(sentence, sharing, 'release', 'the owner ends the sharing', {
              act: 'release the share',
              with: { image, account: recipient },
            }),
          ]
        : []),
      ...(deletion
        ? [
            revoked(sentence, sharing, 'delete', 'the owner deletes the image', {
              act: 'delete the image',
              with: { image },
            }),
          ]
        : []),
    ];
    return drafts.length === 0 ? undefined : drafts;
  },
};

const revoked = (
  { position }: Sentence,
  { subject, image, share }: Sharing,
  id: string,
  cause: string,
  act: { readonly act: string; readonly with: Record<string, string> },
): Draft => {
  const instance = { instance: '${saved.instance}' };
  const initialise = { act: 'initialise the system disk', with: instance, as: 'recipient' } as const;
  return {
    id: `note/revocation/${id}`,
    kind: 'revocation',
    title: `once ${cause}, an instance made from it lives on but cannot initialise its system disk`,
    position,
    given: subject.given,
    steps: [
      share,
      runInstance(image),
      step(initialise, { succeeds: true }),
      step({ ...act, as: 'owner' }),
      step({ act: 'describe the instance', with: instance, as: 'recipient' }, { result: 'Stopped' }),
      step(initialise, { refused: ['not-found', 'forbidden', 'invalid-value'] }),
    ],
  };
};
