/** A real shell at a terminal, typed into as a person does. */
import { spawn } from 'node:child_process';

/** What starts each shell without the user's own settings, and what makes Tab complete in it. */
const starts = {
  bash: { command: 'bash --norc --noprofile -i', prepare: 'bind "set bell-style none"' },
  zsh: { command: 'zsh -f -i', prepare: 'autoload -Uz compinit && compinit -u -D' },
  fish: { command: 'fish --no-config -i', prepare: 'true' },
} as const;

export type ShellName = keyof typeof starts;

export const shellNames = Object.keys(starts) as ShellName[];

/**
 * Types lines into a shell. `script` gives it a terminal.
 * @param lines before Enter; "\t" is the Tab key
 * @returns all that the terminal showed
 */
export const typeInto = (
  shell: ShellName,
  setup: readonly string[],
  lines: readonly string[],
  cwd: string,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const { command, prepare } = starts[shell];
    const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      cwd,
      env: {
        ...process.env,
        TERM: 'dumb',
        HOME: cwd,
        HISTFILE: '',
        XDG_DATA_HOME: cwd,
        XDG_CONFIG_HOME: cwd,
      },
      timeout: 30_000,
    });
    let shown = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (shown += text));
    child.on('error', reject);
    child.on('close', () => resolve(shown));
    child.stdin.end([prepare, ...setup, ...lines, 'exit', ''].join('\r'));
  });
