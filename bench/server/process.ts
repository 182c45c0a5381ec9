import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const checkout = path.resolve(import.meta.dirname, '..', '..');

/** A server that runs in a process of its own. */
export interface ServerUnderTest {
  readonly name: 'alimock' | 'bare node:http' | 'moto';
  readonly port: number;
  /** From the start of the process to its first answer. */
  readonly startMilliseconds: number;
  /** Processor time so far, in microseconds; NaN where /proc does not tell. */
  cpuMicroseconds(): number;
  /** Memory that it has in RAM now, in MB; NaN where /proc does not tell. */
  residentMegabytes(): number;
  stop(): Promise<void>;
}

/** A request that a server answers as soon as it can answer anything. */
export interface FirstRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Starts a program and waits until it answers.
 * @param findPort reads the port out of what it printed; undefined while it is not there
 * @throws Error with what the program printed if it ends before it answers
 */
export const startProcess = async (
  name: ServerUnderTest['name'],
  command: readonly [string, ...string[]],
  findPort: (printed: string) => number | undefined,
  first: FirstRequest,
): Promise<ServerUnderTest> => {
  const started = performance.now();
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const port = await new Promise<number>((resolve, reject) => {
    const read = (text: string): void => {
      printed = (printed + text).slice(-10_000);
      const found = findPort(printed);
      if (found !== undefined) resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('error', reject);
    void ended.then((code) =>
      reject(new Error(`${name} ended with ${code ?? 'a signal'} before it answered: ${printed}`)),
    );
  });
  await firstAnswer(port, first);
  const startMilliseconds = performance.now() - started;
  const { pid = 0 } = child;
  return {
    name,
    port,
    startMilliseconds,
    cpuMicroseconds: () => cpuMicroseconds(pid),
    residentMegabytes: () => residentMegabytes(pid),
    stop: async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
    },
  };
};

const firstAnswer = async (port: number, { body, headers }: FirstRequest): Promise<void> => {
  for (;;) {
    try {
      const reply = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers });
      await reply.text();
      if (reply.ok) return;
      throw new Error(`the first answer is ${reply.status}`);
    } catch (error) {
      // It listens, or will in a moment.
      if (!(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
};

const proc = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};

/**
 * Processor time of a process so far; NaN where /proc does not tell. Ticks of 10 ms: fields 14 and 15 of /proc/PID/stat,
 * counted behind the command's name in brackets.
 */
export const cpuMicroseconds = (pid: number): number => {
  const fields = proc(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11] ?? 'NaN') + Number(fields[12] ?? 'NaN')) * 10_000;
};

const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(proc(pid, 'status'))?.[1] ?? 'NaN') / 1024;
