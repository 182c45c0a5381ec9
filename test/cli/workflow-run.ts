/**
 * Runs the steps of a workflow file on this machine: those of our own composite action as action.yml has them,
 * checkout and artifacts by copying files. What it does not know, it refuses.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { globSync } from 'tinyglobby';
import * as z from 'zod';
import { checkout } from './alimock.ts';

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const stepSchema = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  if: z.string().optional(),
  with: z.record(z.string(), text).default({}),
  env: z.record(z.string(), text).default({}),
  'continue-on-error': z.boolean().default(false),
});
const matrixSchema = z.record(z.string(), z.array(z.unknown()));
const workflowSchema = z.object({
  env: z.record(z.string(), text).default({}),
  jobs: z.record(
    z.string(),
    z.object({ strategy: z.object({ matrix: matrixSchema }), steps: z.array(stepSchema) }),
  ),
});
const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ default: text.default('') })),
  runs: z.object({ using: z.literal('composite'), steps: z.array(stepSchema) }),
});

type Values = Readonly<Record<string, string>>;
type Step = z.infer<typeof stepSchema>;

export interface JobRun {
  readonly name: string;
  readonly folder: string;
  /** Of the last step that failed without leave to do so; 0 if none did. */
  readonly exitCode: number;
  readonly output: string;
}

const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> =>
  schema.parse(parse(readFileSync(file, 'utf8')));

/** `${{ matrix.shard }}`, `${{ env.PAGES }}`, `${{ inputs.pages }}`: all that the files use. */
const expand = (template: string, contexts: Readonly<Record<string, Values>>): string =>
  template.replace(/\$\{\{\s*([\w-]+)\.([\w-]+)\s*\}\}/g, (_, context: string, name: string) => {
    const values = contexts[context];
    if (values === undefined) throw new Error(`no context ${context} in ${template}`);
    return values[name] ?? '';
  });

/** `${{ !cancelled() && matrix.format == 'sarif' }}`; nothing is ever cancelled here. */
const holds = (condition: string | undefined, matrix: Values): boolean =>
  (condition ?? '')
    .replace(/^\$\{\{|\}\}$/g, '')
    .split('&&')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '!cancelled()')
    .every((part) => {
      const [, name, value] = /^matrix\.(\w+) == '(\w+)'$/.exec(part) ?? [];
      if (name === undefined) throw new Error(`this runner does not know the condition ${part}`);
      return matrix[name] === value;
    });

/** A matrix as GitHub reads it: the product of the lists, then each include added where nothing contradicts it. */
const combinations = (matrix: z.infer<typeof matrixSchema>): Values[] => {
  const { include = [], ...axes } = matrix;
  let all: Values[] = Object.keys(axes).length === 0 ? [] : [{}];
  for (const [name, values] of Object.entries(axes)) {
    all = all.flatMap((one) => values.map((value) => ({ ...one, [name]: String(value) })));
  }
  for (const extra of z.array(z.record(z.string(), text)).parse(include)) {
    const fits = (one: Values): boolean =>
      Object.entries(extra).every(([name, value]) => !(name in axes) || one[name] === value);
    if (all.some(fits) && Object.keys(axes).length > 0) {
      all = all.map((one) => (fits(one) ? { ...one, ...extra } : one));
    } else all.push(extra);
  }
  return all;
};

/**
 * @param repository folder that `actions/checkout` copies
 * @returns every job of the matrix, in order
 */
export const runWorkflow = (file: string, repository: string): JobRun[] => {
  const workflow = read(file, workflowSchema);
  const artifacts = mkdtempSync(path.join(tmpdir(), 'alimock-artifacts-'));
  return Object.entries(workflow.jobs).flatMap(([job, { strategy, steps }]) =>
    combinations(strategy.matrix).map((matrix) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'alimock-job-'));
      let [exitCode, output] = [0, ''];
      for (const step of steps) {
        if (!holds(step.if, matrix)) continue;
        const inputs = Object.fromEntries(
          Object.entries(step.with).map(([name, value]) => [
            name,
            expand(value, { matrix, env: workflow.env }),
          ]),
        );
        const ended = runStep(step, inputs, { folder, repository, artifacts });
        output += ended.output;
        if (ended.exitCode !== 0 && !step['continue-on-error']) exitCode = ended.exitCode;
      }
      return { name: `${job} ${Object.values(matrix).join(' ')}`, folder, exitCode, output };
    }),
  );
};

interface Ended {
  readonly exitCode: number;
  readonly output: string;
}

interface Folders {
  readonly folder: string;
  readonly repository: string;
  readonly artifacts: string;
}

const done: Ended = { exitCode: 0, output: '' };

const runStep = ({ uses = '' }: Step, inputs: Values, { folder, repository, artifacts }: Folders): Ended => {
  const [action] = uses.split('@');
  const uploaded = (name: string): string => path.join(artifacts, name);
  switch (action) {
    case 'actions/checkout':
      cpSync(repository, folder, { recursive: true });
      return done;
    case 'alimock/alimock':
      return runAction(inputs, folder);
    case 'actions/upload-artifact': {
      const from = path.join(folder, inputs['path'] ?? '');
      if (!existsSync(from)) return { exitCode: 1, output: `no file ${from}` };
      mkdirSync(uploaded(inputs['name'] ?? ''), { recursive: true });
      cpSync(from, path.join(uploaded(inputs['name'] ?? ''), path.basename(from)));
      return done;
    }
    case 'actions/download-artifact':
      for (const name of globSync(inputs['pattern'] ?? '*', {
        cwd: artifacts,
        onlyDirectories: true,
        expandDirectories: false,
      })) {
        cpSync(uploaded(name), folder, { recursive: true });
      }
      return done;
    case 'github/codeql-action/upload-sarif': {
      const sarif: unknown = JSON.parse(readFileSync(path.join(folder, inputs['sarif_file'] ?? ''), 'utf8'));
      return { ...done, output: z.object({ version: z.literal('2.1.0') }).parse(sarif).version };
    }
    default:
      throw new Error(`this runner does not know ${uses}`);
  }
};

/** The `run` steps of action.yml, word for word, in bash. */
const runAction = (given: Values, folder: string): Ended => {
  const { inputs, runs } = read(path.join(checkout, 'action.yml'), actionSchema);
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(inputs, name));
  if (unknown !== undefined) throw new Error(`action.yml has no input ${unknown}`);
  const values = {
    ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default])),
    ...given,
  };
  const contexts = { inputs: values, github: { action_path: checkout } };
  const outputs = path.join(folder, '.github-output');
  writeFileSync(outputs, '');
  let output = '';
  for (const { run, env } of runs.steps) {
    if (run === undefined) continue;
    const own = Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, expand(value, contexts)]),
    );
    const { status, stdout, stderr } = spawnSync('bash', ['-c', expand(run, contexts)], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...own, GITHUB_OUTPUT: outputs, NO_COLOR: '1' },
    });
    output += `${stdout}${stderr}`;
    if (status !== 0) return { exitCode: status ?? 1, output };
  }
  return { exitCode: 0, output };
};
