/**
 * Runs the jobs of a GitLab file on this machine: `extends`, `parallel: matrix`, `script` and `artifacts`, as GitLab
 * documents them. What it does not know, it refuses. `npx alimock` is this checkout.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';
import * as z from 'zod';
import { checkout } from './alimock.ts';

const list = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/** Keywords by GitLab's "CI/CD YAML syntax reference"; an unknown one is refused there too. */
const jobSchema = z.strictObject({
  extends: z.string().optional(),
  image: z.string().optional(),
  stage: z.enum(['.pre', 'build', 'test', 'deploy', '.post']).default('test'),
  variables: z.record(z.string(), z.string()).default({}),
  parallel: z.strictObject({ matrix: z.array(z.record(z.string(), list)) }).optional(),
  script: z.array(z.string()).optional(),
  artifacts: z
    .strictObject({
      paths: z.array(z.string()).default([]),
      when: z.enum(['on_success', 'on_failure', 'always']).default('on_success'),
      reports: z.strictObject({ junit: list }).optional(),
    })
    .optional(),
});

type Job = z.infer<typeof jobSchema>;

export interface GitlabJobRun {
  /** "docs: [check, 1]", as GitLab names the jobs of a matrix. */
  readonly name: string;
  readonly folder: string;
  readonly exitCode: number;
  readonly output: string;
  /** Files that the job names as JUnit reports. */
  readonly junit: readonly string[];
}

const stages = ['.pre', 'build', 'test', 'deploy', '.post'];

/** Jobs by name, with what they extend; those with a dot are templates. */
const jobsIn = (file: string): [string, Job][] => {
  const all = z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .parse(parse(readFileSync(file, 'utf8')));
  const whole = (name: string): Record<string, unknown> => {
    const own = all[name];
    if (own === undefined) throw new Error(`there is no job ${name}`);
    return typeof own['extends'] === 'string' ? { ...whole(own['extends']), ...own } : own;
  };
  return Object.keys(all)
    .filter((name) => !name.startsWith('.'))
    .map((name): [string, Job] => [name, jobSchema.parse(whole(name))])
    .sort(([, a], [, b]) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
};

/** The product of the lists, for each entry of the matrix. */
const combinations = ({ parallel }: Job): Record<string, string>[] =>
  (parallel?.matrix ?? [{}]).flatMap((axes) =>
    Object.entries(axes).reduce<Record<string, string>[]>(
      (all, [name, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
      [{}],
    ),
  );

/** A folder with an npx that runs this checkout and asks no registry. */
const ownNpx = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'alimock-npx-'));
  const program = path.join(folder, 'npx');
  const bin = path.join(checkout, 'bin', 'alimock.js');
  writeFileSync(
    program,
    `#!/bin/sh\n[ "$1 $2" = "--yes alimock" ] || { echo "not alimock: $*" >&2; exit 64; }\nshift 2\nexec "${process.execPath}" "${bin}" "$@"\n`,
  );
  chmodSync(program, 0o755);
  return folder;
};

/**
 * @param repository folder that each job starts with
 * @returns every job of the matrices, stage by stage
 */
export const runGitlab = (file: string, repository: string): GitlabJobRun[] => {
  const artifacts = mkdtempSync(path.join(tmpdir(), 'alimock-gitlab-artifacts-'));
  const npx = ownNpx();
  return jobsIn(file).flatMap(([name, job]) => {
    const runs = combinations(job).map((matrix) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'alimock-gitlab-'));
      cpSync(repository, folder, { recursive: true });
      cpSync(artifacts, folder, { recursive: true });
      const values = Object.values(matrix);
      const title = values.length === 0 ? name : `${name}: [${values.join(', ')}]`;
      return { name: title, folder, ...runScript(job, folder, { ...job.variables, ...matrix }, npx) };
    });
    // Jobs of one stage do not see each other's artifacts.
    for (const run of runs) keepArtifacts(job, run, artifacts);
    return runs.map((run) => ({ ...run, junit: junitOf(job, run.folder) }));
  });
};

/** All lines in one shell that ends at the first failure: what GitLab's runner does. */
const runScript = (
  { script }: Job,
  folder: string,
  variables: Readonly<Record<string, string>>,
  npx: string,
): Pick<GitlabJobRun, 'exitCode' | 'output'> => {
  if (script === undefined) throw new Error('a job without a script');
  const { status, stdout, stderr } = spawnSync('bash', ['-c', ['set -eo pipefail', ...script].join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...variables, PATH: `${npx}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1' },
  });
  return { exitCode: status ?? 1, output: `${stdout}${stderr}` };
};

const keepArtifacts = (
  { artifacts }: Job,
  { folder, exitCode }: Omit<GitlabJobRun, 'junit'>,
  into: string,
): void => {
  if (artifacts === undefined) return;
  const isKept = artifacts.when === 'always' || (artifacts.when === 'on_success') === (exitCode === 0);
  if (!isKept) return;
  for (const file of globSync(artifacts.paths, { cwd: folder, expandDirectories: false })) {
    cpSync(path.join(folder, file), path.join(into, file));
  }
};

const junitOf = ({ artifacts }: Job, folder: string): string[] =>
  globSync(artifacts?.reports?.junit ?? [], { cwd: folder, absolute: true, expandDirectories: false });
