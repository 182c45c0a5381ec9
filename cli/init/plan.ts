/** What init writes, from what it saw and was told. */
import path from 'node:path';
import { configFile } from './config-text.ts';
import { gitlabFile, gitlabInclude } from './gitlab-text.ts';
import { githubFile } from './github-text.ts';
import type { Ci, Repository } from './repository.ts';
import { specFile } from './spec-text.ts';

/** Everything that has to be known; each has an option of the command. */
export interface Answers {
  /** Patterns of documentation pages. */
  readonly pages: readonly string[];
  /** Where the contract spec goes, relative to the repository. */
  readonly spec: string;
  readonly ci: Ci | 'none';
  /** What `alimock drift` compares the pages with in CI; undefined: it is not run. */
  readonly drift: string | undefined;
  /** Whether the pages are all that the provider has. */
  readonly complete: boolean;
}

export interface PlannedFile {
  /** Relative to the repository, with slashes. */
  readonly name: string;
  readonly text: string;
}

export const workflowName = '.github/workflows/alimock.yml';
export const gitlabName = '.gitlab/alimock.gitlab-ci.yml';

/** The files, and what is left for the user to do. */
export const planFiles = (
  repository: Repository,
  answers: Answers,
): { files: PlannedFile[]; next: string[] } => {
  const files: PlannedFile[] = [
    { name: answers.spec, text: specFile(answers) },
    { name: 'alimock.config.yaml', text: configFile(repository, answers) },
  ];
  const next = [
    `${installCommand(repository)}   # once`,
    `npx playwright test --config ${path.posix.dirname(answers.spec)}`,
  ];
  if (answers.ci === 'github') files.push({ name: workflowName, text: githubFile(repository, answers) });
  if (answers.ci === 'gitlab') {
    files.push({ name: gitlabName, text: gitlabFile(repository, answers) });
    if (repository.hasGitlabPipeline) {
      next.push(`add to .gitlab-ci.yml:  include: { local: ${gitlabName} }`);
    } else files.push({ name: '.gitlab-ci.yml', text: gitlabInclude(gitlabName) });
  }
  return { files, next };
};

const installCommand = ({ packageManager }: Repository): string => {
  const packages = 'alimock @playwright/test';
  switch (packageManager) {
    case undefined:
      return `npm install --no-save --no-package-lock ${packages}`;
    case 'npm':
      return `npm install --save-dev ${packages}`;
    default:
      return `${packageManager} add --dev ${packages}`;
  }
};

/**
 * Where the spec goes unless it is said: a folder of its own where Playwright looks for tests. It awaits at its top
 * level, so it must be an ES module whatever package.json says.
 */
export const defaultSpec = ({ testFolder, isModule, hasTypeScript }: Repository): string => {
  const end = `${isModule ? '' : 'm'}${hasTypeScript ? 'ts' : 'js'}`;
  return path.posix.join(testFolder ?? '.', 'contract', `alimock.spec.${end}`);
};
