import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { refresh, useBackend } from './queries.ts';
import type { Topic } from './queries.ts';
import type { ChangeEvent } from './types.ts';

/** What is shown is asked for anew no more often, however many calls come. */
const refreshMilliseconds = 700;

/** Which topics differ between two events. */
export const staleTopics = (before: ChangeEvent | undefined, now: ChangeEvent): Topic[] => {
  if (before === undefined) return ['state', 'calls', 'control'];
  const topics: Topic[] = [];
  if (before.revision !== now.revision) topics.push('state');
  if (before.calls !== now.calls) topics.push('calls');
  if (
    before.aheadMilliseconds !== now.aheadMilliseconds ||
    before.pace !== now.pace ||
    before.faults !== now.faults
  ) {
    topics.push('control');
  }
  return topics;
};

/** Marks queries stale as their topics change, at once first and then at most every so often. */
class Refresher {
  readonly #client: QueryClient;
  readonly #waiting = new Set<Topic>();
  #last: ChangeEvent | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  take(event: ChangeEvent): void {
    for (const topic of staleTopics(this.#last, event)) this.#waiting.add(topic);
    this.#last = event;
    if (this.#timer === undefined) this.#refresh();
  }

  /** Whoever tells next may be another server, or another page. */
  forget(): void {
    this.#last = undefined;
  }

  #refresh(): void {
    this.#timer = undefined;
    if (this.#waiting.size === 0) return;
    for (const topic of this.#waiting) void refresh(this.#client, topic);
    this.#waiting.clear();
    this.#timer = setTimeout(() => this.#refresh(), refreshMilliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** Keeps what is shown up to date. @returns whether the connection is up */
export const useLive = (isEnabled: boolean): boolean => {
  const backend = useBackend();
  const client = useQueryClient();
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    if (!isEnabled) return undefined;
    const refresher = new Refresher(client);
    const end = backend.watch(
      (data) => refresher.take(data as ChangeEvent),
      (isUp) => {
        if (!isUp) refresher.forget();
        setLive(isUp);
      },
    );
    return () => {
      end();
      refresher.stop();
    };
  }, [backend, client, isEnabled]);
  return isLive;
};
