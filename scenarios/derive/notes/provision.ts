import { blockOf } from '../example.ts';
import { step } from '../draft.ts';
import type { NoteRule } from './note-rule.ts';

/**
 * "Provides a ECS Disk resource.", "Represents a single `ingress` or `egress` group rule", "Copies a custom image from
 * one region to another.", "This resource is used to batch create a group of instance resources"
 */
const wording =
  /^(?:provides?\s+an?\s+[\w\s-]*?\bresource\b|(?:represents|copies|exports?|imports?)\s+an?\s|manages?\s[\w\s]+\.?$|this resou?rce\s+(?:is\s+)?used to\s)/i;

/** What a resource provides is there once it is made. */
export const provision: NoteRule = {
  name: 'provision',
  read: ({ text, position }, { page, subject }) =>
    page.kind !== 'resource' || !wording.test(text)
      ? undefined
      : [
          {
            id: 'introduction/provision',
            kind: 'create',
            title: `${page.name} provides what the page is about: made by the example, it is there`,
            position,
            given: subject.given,
            steps: [step({ create: blockOf(subject) }, { succeeds: true }, { exists: subject.address })],
          },
        ],
};
