import { Worker } from 'node:worker_threads';
import type { PageSpec } from '../page-spec.ts';
import { UnreadablePageError } from '../readable-source.ts';
import type { PageAnswer, PageTask } from './parse-worker.ts';

interface Waiting {
  readonly task: PageTask;
  readonly resolve: (page: PageSpec) => void;
  readonly reject: (error: Error) => void;
}

/** Worker threads that read pages; each is started when a page waits and none is free. */
export class WorkerPool {
  readonly #most: number;
  readonly #workers = new Set<Worker>();
  readonly #free: Worker[] = [];
  readonly #queue: Waiting[] = [];
  readonly #running = new Map<Worker, Waiting>();

  /** @param most how many threads at once */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Reads a page in a thread that is free, or as soon as one is.
   * @throws UnreadablePageError as parsePage does; Error if the thread has ended
   */
  parse(task: PageTask): Promise<PageSpec> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#queue.length === 0) return;
    const worker = this.#free.pop() ?? (this.#workers.size < this.#most ? this.#start() : undefined);
    if (worker === undefined) return;
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    this.#running.set(worker, waiting);
    worker.postMessage(waiting.task);
  }

  #start(): Worker {
    // Without the options of whoever started node: `--input-type` of a script on the command line would stop it.
    const worker = new Worker(new URL('./parse-worker.js', import.meta.url), { execArgv: [] });
    this.#workers.add(worker);
    worker.on('message', (answer: PageAnswer) => {
      const waiting = this.#running.get(worker);
      this.#running.delete(worker);
      this.#free.push(worker);
      if (waiting !== undefined) settle(waiting, answer);
      this.#next();
    });
    worker.on('error', (error) => {
      this.#workers.delete(worker);
      this.#running.get(worker)?.reject(error instanceof Error ? error : new Error(String(error)));
      this.#running.delete(worker);
      this.#next();
    });
    return worker;
  }
}

const settle = ({ task, resolve, reject }: Waiting, answer: PageAnswer): void => {
  if ('json' in answer) resolve(JSON.parse(answer.json) as PageSpec);
  else if ('unreadable' in answer) reject(new UnreadablePageError(task.file, answer.unreadable));
  else reject(new Error(`${task.file}: ${answer.fault}`));
};
