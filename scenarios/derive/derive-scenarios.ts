import type { PageSpec } from '../../docs-parser/index.ts';
import type { Scenario } from '../scenario.ts';
import { toScenario } from './draft.ts';
import type { Draft } from './draft.ts';
import { furnished } from './furnished.ts';
import type { Companions } from './companions.ts';
import { readExamples, subjectOf } from './example.ts';
import type { Subject } from './example.ts';
import { notePromises } from './notes/index.ts';
import { argumentPromises } from './promises/arguments.ts';
import { examplePromises } from './promises/examples.ts';
import { identityPromises } from './promises/identity.ts';
import { filterPromises } from './promises/filters.ts';
import { createPromise, lifecyclePromises, listedAttributes } from './promises/lifecycle.ts';
import { timeoutPromises } from './promises/timeouts.ts';
import { withoutSubject } from './promises/without-subject.ts';

/**
 * Every promise of a page as a scenario, in the order of the page. It is derived from the page and knows no
 * driver. What cannot be checked is there as well, with the reason.
 * @param companions pages of what it lists or needs; see companions.ts
 */
export const deriveScenarios = (page: PageSpec, companions: Companions = new Map()): Scenario[] => {
  const examples = readExamples(page, companions);
  const subject = subjectOf(page, examples, companions);
  const drafts: Draft[] = [
    ...notePromises(page, subject, companions),
    ...examplePromises(examples),
    ...(typeof subject === 'string'
      ? withoutSubject(page, subject)
      : [...blockPromises(page, subject, companions), ...timeoutPromises(page, subject)]),
  ];
  return drafts
    .map((draft, at) => ({ draft, at }))
    .sort((a, b) => a.draft.position.line - b.draft.position.line || a.at - b.at)
    .map(({ draft }) => toScenario(page, draft));
};

/** What is promised of the page's own block. */
const blockPromises = (page: PageSpec, subject: Subject, companions: Companions): Draft[] => {
  if (page.kind === 'resource') {
    return [
      ...lifecyclePromises(page, subject, companions),
      ...argumentPromises(page, subject, companions),
      ...identityPromises(page, subject),
    ];
  }
  const { found, listed } = furnished(page, subject, companions);
  return [
    createPromise(page, found, companions),
    ...listedAttributes(page, found, listed, companions),
    ...filterPromises(page, subject, listed, companions),
  ];
};
