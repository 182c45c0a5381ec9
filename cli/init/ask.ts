import { cancel, confirm, intro, isCancel, select, text } from '@clack/prompts';
import type { Answers } from './plan.ts';
import type { Repository } from './repository.ts';

/** What was said on the command line already. */
export type Given = { readonly [Name in keyof Answers]?: Answers[Name] | undefined };

/**
 * Asks a person at a terminal for what was not said, with what was seen as the answer to confirm.
 * @returns undefined where the person has broken it off
 */
export const ask = async (
  repository: Repository,
  given: Given,
  seen: Answers,
): Promise<Answers | undefined> => {
  intro('alimock init: a contract spec, a CI workflow and a configuration');
  try {
    const pages = given.pages ?? (await askPages(repository, seen));
    const spec = given.spec ?? (await askSpec(seen));
    const ci = given.ci ?? (await askCi(seen));
    // Without CI nothing runs drift.
    const drift = ci === 'none' || 'drift' in given ? given.drift : await askDrift();
    const complete = given.complete ?? (await askComplete());
    return { pages, spec, ci, drift, complete };
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    cancel('Nothing was written.');
    return undefined;
  }
};

class BrokenOff extends Error {}

const answered = async <Value>(question: Promise<Value>): Promise<Exclude<Value, symbol>> => {
  const answer = await question;
  if (isCancel(answer)) throw new BrokenOff();
  return answer as Exclude<Value, symbol>;
};

const askPages = async ({ pages: found }: Repository, { pages }: Answers): Promise<string[]> => {
  const count = found.reduce((sum, one) => sum + one.count, 0);
  const answer = await answered(
    text({
      message: `Where are the documentation pages? (patterns, separated by spaces${count === 0 ? '' : `; ${count} found`})`,
      initialValue: pages.join(' '),
      placeholder: 'docs/r/*.markdown docs/d/*.markdown',
      validate: (value) => ((value ?? '').trim() === '' ? 'Name at least one pattern.' : undefined),
    }),
  );
  return answer.trim().split(/\s+/);
};

const askSpec = ({ spec }: Answers): Promise<string> =>
  answered(
    text({
      message: 'Where should the contract spec go?',
      initialValue: spec,
      validate: (value) => specProblem(value ?? ''),
    }),
  );

/** Why a file cannot be the spec; undefined where it can. */
export const specProblem = (spec: string): string | undefined => {
  if (!/\.(spec|test)\.m?[jt]s$/.test(spec)) {
    return 'Playwright takes files that end with .spec.ts, .spec.mts, .spec.js or .spec.mjs.';
  }
  // CI runs all that is in it.
  if (!spec.includes('/')) return 'It must be in a folder of its own, for example contract/.';
  return spec.startsWith('/') || spec.split('/').includes('..')
    ? 'It must be inside this folder.'
    : undefined;
};

const askCi = ({ ci }: Answers): Promise<Answers['ci']> =>
  answered(
    select<Answers['ci']>({
      message: 'Which CI runs it?',
      initialValue: ci,
      options: [
        { value: 'github', label: 'GitHub Actions' },
        { value: 'gitlab', label: 'GitLab CI' },
        { value: 'none', label: 'none, or another' },
      ],
    }),
  );

const askDrift = async (): Promise<string | undefined> => {
  const source = await answered(
    select({
      message: 'What should CI compare the pages with, besides the contract?',
      options: [
        { value: 'none', label: 'nothing', hint: 'lint and contract only' },
        {
          value: 'schema',
          label: "a file with the provider's schema",
          hint: 'terraform providers schema -json',
        },
        { value: 'sdk', label: "the models of the API's SDK" },
      ],
    }),
  );
  if (source !== 'schema') return source === 'none' ? undefined : source;
  const file = await answered(
    text({
      message: 'Which file?',
      initialValue: 'provider-schema.json',
      validate: (value) => ((value ?? '').trim() === '' ? 'Name the file.' : undefined),
    }),
  );
  return `schema:${file.trim()}`;
};

const askComplete = (): Promise<boolean> =>
  answered(
    confirm({
      message: 'Are these pages all that the provider has? (then a type without a page is a finding)',
      initialValue: false,
    }),
  );
