import type { PageSpec } from '../../docs-parser/index.ts';
import type { Scenario } from '../scenario.ts';
import { toScenario } from './draft.ts';
import type { Draft } from './draft.ts';
import { furnished } from './companion.ts';
import { readExamples, subjectOf } from './example.ts';
import { notePromises } from './notes/index.ts';
import { argumentPromises } from './promises/arguments.ts';
import { examplePromises } from './promises/examples.ts';
import { identityPromises } from './promises/identity.ts';
import { lifecyclePromises } from './promises/lifecycle.ts';
import { withoutSubject } from './promises/without-subject.ts';

/**
 * Every promise of a page as a scenario, in the order of the page. It is derived from the page and knows no
 * driver. What cannot be checked is there as well, with the reason.
 * @param companion the page of the resource that a data source lists; see companion.ts
 */
export const deriveScenarios = (page: PageSpec, companion: PageSpec | null = null): Scenario[] => {
  const examples = readExamples(page);
  const subject = subjectOf(page, examples);
  const drafts: Draft[] = [
    ...notePromises(page, subject),
    ...examplePromises(examples),
    ...(typeof subject === 'string'
      ? withoutSubject(page, subject)
      : [
          ...lifecyclePromises(page, subject, furnished(page, subject, companion)),
          ...argumentPromises(page, subject),
          ...(page.kind === 'resource' ? identityPromises(page, subject) : []),
        ]),
    ...timeoutPromises(page),
  ];
  return drafts
    .map((draft, at) => ({ draft, at }))
    .sort((a, b) => a.draft.position.line - b.draft.position.line || a.at - b.at)
    .map(({ draft }) => toScenario(page, draft));
};

const timeoutPromises = (page: PageSpec): Draft[] =>
  page.timeouts.map(({ operation, defaultMinutes, position }) => ({
    id: `timeout/${operation}`,
    kind: 'timeout',
    title: `${operation} takes at most ${defaultMinutes ?? 'some'} minutes`,
    position,
    notChecked: 'how long the real service takes cannot be seen in an emulator',
  }));
