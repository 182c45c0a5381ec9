import { stringify } from 'yaml';
import type { Answers } from './plan.ts';
import { workflowName } from './plan.ts';
import type { Repository } from './repository.ts';
import { stepsOf, triggersOf } from './steps.ts';

/** The workflow: lint, the contract, and drift where it was asked for; each on the lines of a pull request. */
export const githubFile = (repository: Repository, answers: Answers): string => {
  const { install, lint, contract, drift } = stepsOf(repository, answers, 'github');
  const triggers = triggersOf(answers);
  const paths = triggers === undefined ? {} : { paths: [...triggers, workflowName] };
  const workflow = {
    name: 'alimock',
    on: { push: { branches: ['main', 'master'], ...paths }, pull_request: { ...paths } },
    permissions: { contents: 'read' },
    jobs: {
      docs: {
        'runs-on': 'ubuntu-latest',
        steps: [
          { uses: 'actions/checkout@v4' },
          { uses: 'actions/setup-node@v4', with: { 'node-version': 22 } },
          { run: install },
          { name: 'Lint the pages', run: lint },
          // The runner's own annotations: a promise that is not kept shows in the pull request.
          {
            name: 'Check the promises of the pages',
            if: '${{ !cancelled() }}',
            run: `${contract} --reporter=github,list`,
          },
          ...(drift === undefined ? [] : [{ name: 'Look for drift', if: '${{ !cancelled() }}', run: drift }]),
        ],
      },
    },
  };
  return `# Written by alimock init; change it as you like.\n${stringify(workflow, { lineWidth: 0, aliasDuplicateObjects: false })}`;
};
