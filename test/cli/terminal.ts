import { spawn } from 'node:child_process';

/**
 * Runs a command at a terminal, which `script` gives it.
 * @param answers what is typed once a text is shown, in order
 * @returns all that the terminal showed, and the command's exit code
 */
export const runInTerminal = (
  command: string,
  cwd: string,
  answers: readonly (readonly [question: string, keys: string])[],
): Promise<{ exitCode: number | null; shown: string }> =>
  new Promise((resolve, reject) => {
    // Else it has no columns, and every letter a line of its own.
    const sized = `stty cols 120 rows 40; ${command}`;
    const child = spawn('script', ['--quiet', '--return', '--command', sized, '/dev/null'], {
      cwd,
      env: { ...process.env, CI: '', FORCE_COLOR: '0', TERM: 'xterm' },
      timeout: 30_000,
    });
    let [shown, next, from] = ['', 0, 0];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
      const [question, keys] = answers[next] ?? [];
      if (question === undefined || keys === undefined || !shown.includes(question, from)) return;
      from = shown.length;
      next++;
      child.stdin.write(keys);
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, shown }));
  });
