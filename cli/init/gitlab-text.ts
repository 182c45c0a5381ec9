import { stringify } from 'yaml';
import type { Answers } from './plan.ts';
import type { Repository } from './repository.ts';
import { stepsOf, triggersOf } from './steps.ts';

/** The jobs: lint, the contract with its report, and drift where it was asked for. */
export const gitlabFile = (repository: Repository, answers: Answers): string => {
  const { install, lint, contract, drift } = stepsOf(repository, answers, 'stylish');
  const changes = triggersOf(answers);
  const job = (script: string, more: object = {}): object => ({
    image: 'node:22',
    stage: 'test',
    ...(changes === undefined ? {} : { rules: [{ changes }] }),
    script: [install, script],
    ...more,
  });
  const jobs = {
    'alimock-lint': job(lint),
    'alimock-contract': job(`${contract} --reporter=list,junit`, {
      variables: { PLAYWRIGHT_JUNIT_OUTPUT_FILE: 'alimock.xml' },
      artifacts: { when: 'always', reports: { junit: 'alimock.xml' } },
    }),
    ...(drift === undefined ? {} : { 'alimock-drift': job(drift) }),
  };
  return `# Written by alimock init; change it as you like.\n${stringify(jobs, { lineWidth: 0, aliasDuplicateObjects: false })}`;
};

/** A pipeline of nothing but these jobs. */
export const gitlabInclude = (name: string): string => stringify({ include: { local: name } });
