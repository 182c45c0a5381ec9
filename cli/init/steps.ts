import path from 'node:path';
import type { Answers } from './plan.ts';
import type { Repository } from './repository.ts';
import { shellWord } from './spec-text.ts';

/** What CI runs, a line each: the same on GitHub and on GitLab. */
export const stepsOf = (
  { packageManager, hasLockFile }: Repository,
  { pages, spec, drift }: Answers,
  format: 'github' | 'stylish',
): { install: string; lint: string; contract: string; drift: string | undefined } => {
  const words = pages.map(shellWord).join(' ');
  const run = runners[packageManager ?? 'npm'];
  return {
    install: installs(packageManager, hasLockFile),
    lint: `${run} alimock lint ${words} --format ${format}`,
    // The folder alone: with the name of the spec Playwright finds no test, since alimock's own files declare them.
    contract: `${run} playwright test --config ${shellWord(path.posix.dirname(spec))}`,
    drift:
      drift === undefined
        ? undefined
        : `${run} alimock drift ${words} --against ${shellWord(drift)} --format ${format}`,
  };
};

const runners = { npm: 'npx', pnpm: 'pnpm exec', yarn: 'yarn run', bun: 'bunx' } as const;

const installs = (packageManager: Repository['packageManager'], isLocked: boolean): string => {
  switch (packageManager) {
    case undefined:
      return 'npm install --no-save --no-package-lock alimock @playwright/test';
    case 'npm':
      return isLocked ? 'npm ci' : 'npm install';
    case 'yarn':
      return 'corepack enable && yarn install';
    case 'pnpm':
      return `corepack enable && pnpm install${isLocked ? ' --frozen-lockfile' : ''}`;
    case 'bun':
      return `npm install --global bun && bun install${isLocked ? ' --frozen-lockfile' : ''}`;
  }
};

/**
 * What must change for CI to run, as patterns that GitHub and GitLab read as we do.
 * @returns undefined where a pattern is of another kind (braces, brackets …): then CI runs always
 */
export const triggersOf = ({ pages, spec }: Answers): string[] | undefined =>
  pages.some((pattern) => /[{}[\]()!?+]/.test(pattern)) ? undefined : [...pages, spec, 'alimock.config.yaml'];
