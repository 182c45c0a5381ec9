import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { MissingToolError } from './missing-tool.ts';

export interface Ended {
  readonly exitCode: number;
  /** Standard output and error, as they came. */
  readonly output: string;
}

/** How to get Terraform, for whoever lacks it. */
const remedy = 'Install Terraform 1.5 or newer and have it on the PATH.';

/**
 * Runs terraform in a folder.
 * @param environment its whole environment
 * @param signal ends it, and with it what it waits for
 * @throws MissingToolError if there is no terraform
 */
export const terraform = (
  args: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn('terraform', args, {
      cwd: folder,
      env: { TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal === undefined ? {} : { signal, killSignal: 'SIGKILL' }),
    });
    const chunks: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.on('error', (error) =>
      reject(
        'code' in error && error.code === 'ENOENT'
          ? new MissingToolError(`terraform cannot be run: ${error.message}. ${remedy}`)
          : error,
      ),
    );
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output: chunks.join('') }));
  });

/** Makes sure that there is a Terraform that this driver knows. @throws MissingToolError */
export const checkTerraform = async (): Promise<void> => {
  const { output } = await terraform(['version', '-json'], tmpdir(), process.env);
  const version = /"terraform_version":\s*"(\d+)\.(\d+)/.exec(output);
  const [major, minor] = [Number(version?.[1]), Number(version?.[2])];
  if (major > 1 || (major === 1 && minor >= 5)) return;
  const found = version === null ? output.trim().slice(0, 200) : `version ${major}.${minor}`;
  throw new MissingToolError(`the terraform on the PATH is ${found}. ${remedy}`);
};
