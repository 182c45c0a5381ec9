/** A change of status that is to happen at a certain time. Plain data, part of the state. */
export interface Task {
  readonly dueAt: number;
  readonly sequence: number;
  /** Which transition; see emulator/transitions.ts. */
  readonly kind: string;
  /** Id of the row that it changes. */
  readonly target: string;
}

/** Nearly always: it is asked for with every call. */
const none: readonly Task[] = [];

/** Tasks in the order in which they fall due. */
export class Scheduler {
  #tasks: Task[] = [];
  #sequence = 0;

  get tasks(): readonly Task[] {
    return this.#tasks;
  }

  add(dueAt: number, kind: string, target: string): Task {
    const task = { dueAt, sequence: ++this.#sequence, kind, target };
    this.#tasks.splice(this.#countUntil(dueAt), 0, task);
    return task;
  }

  remove(task: Task): void {
    this.#tasks = this.#tasks.filter((other) => other !== task);
  }

  /** Takes out the tasks that are due, in order. */
  takeDue(now: number): readonly Task[] {
    const next = this.#tasks[0];
    if (next === undefined || next.dueAt > now) return none;
    return this.#tasks.splice(0, this.#countUntil(now));
  }

  restore(tasks: readonly Task[]): void {
    this.#tasks = [...tasks];
    this.#sequence = tasks.reduce((highest, task) => Math.max(highest, task.sequence), 0);
  }

  /** How many tasks are due at a time; they stand at the front. */
  #countUntil(time: number): number {
    let low = 0;
    let high = this.#tasks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#tasks[middle]?.dueAt ?? Infinity) <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
