import {
  consoleChannelName,
  watchMilliseconds,
} from '../../../emulator/transports/browser/console-channel.ts';
import type { ToConsole, ToPage } from '../../../emulator/transports/browser/console-channel.ts';
import { AdminApiError, readReply } from './backend.ts';
import type { Backend } from './backend.ts';

/** A page that is there answers within a few milliseconds, unless it is busy. */
const patienceMilliseconds = 5000;
const mostUnanswered = 2;

interface Watcher {
  readonly onEvent: (data: unknown) => void;
  readonly onState: (isLive: boolean) => void;
}

/** The emulator in another tab of the same site: the first that answers, until it is gone. */
export class PageBackend implements Backend {
  readonly endpoint = '';
  readonly #channel = new BroadcastChannel(consoleChannelName);
  readonly #pending = new Map<string, (status: number, text: string) => void>();
  readonly #watchers = new Set<Watcher>();
  readonly #waiting = new Set<(pageId: string) => void>();
  #pageId: string | undefined;
  /** How often the page was told that somebody looks, and has said nothing since. */
  #unanswered = 0;

  constructor() {
    this.#channel.addEventListener('message', ({ data }: MessageEvent<ToPage | ToConsole>) => {
      if (data.to === 'console') this.#take(data);
    });
    setInterval(() => this.#watchAgain(), watchMilliseconds);
    this.#send({ to: 'page', kind: 'call' });
  }

  async ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const pageId = await this.#page();
    const askId = crypto.randomUUID();
    const reply = new Promise<{ status: number; text: string }>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(askId);
        this.#lose(pageId);
        reject(noPage());
      }, patienceMilliseconds);
      this.#pending.set(askId, (status, text) => {
        clearTimeout(timer);
        resolve({ status, text });
      });
    });
    this.#send({ to: 'page', kind: 'ask', pageId, askId, method, target: path, body });
    const { status, text } = await reply;
    return readReply(status, text);
  }

  watch(onEvent: (data: unknown) => void, onState: (isLive: boolean) => void): () => void {
    const watcher = { onEvent, onState };
    this.#watchers.add(watcher);
    this.#watchAgain();
    return () => this.#watchers.delete(watcher);
  }

  readonly #send = (message: ToPage): void => this.#channel.postMessage(message);

  #watchAgain(): void {
    if (this.#watchers.size === 0) return;
    // It was closed without a word.
    if (this.#pageId !== undefined && this.#unanswered >= mostUnanswered) this.#lose(this.#pageId);
    this.#unanswered += 1;
    if (this.#pageId === undefined) this.#send({ to: 'page', kind: 'call' });
    else this.#send({ to: 'page', kind: 'watch', pageId: this.#pageId });
  }

  #take(message: ToConsole): void {
    if (message.kind === 'reply') {
      this.#pending.get(message.askId)?.(message.status, message.text);
      this.#pending.delete(message.askId);
    } else if (message.kind === 'change') {
      if (message.pageId !== this.#pageId) return;
      this.#unanswered = 0;
      for (const { onEvent, onState } of this.#watchers) {
        onState(true);
        onEvent(message.event);
      }
    } else if (message.kind === 'here') this.#find(message.pageId);
    else this.#lose(message.pageId);
  }

  #find(pageId: string): void {
    if (this.#pageId !== undefined) return;
    this.#pageId = pageId;
    this.#unanswered = 0;
    for (const found of this.#waiting) found(pageId);
    this.#waiting.clear();
    this.#watchAgain();
  }

  /** A page that is reloaded comes back under another id. */
  #lose(pageId: string): void {
    if (pageId !== this.#pageId) return;
    this.#pageId = undefined;
    for (const { onState } of this.#watchers) onState(false);
    this.#send({ to: 'page', kind: 'call' });
  }

  #page(): Promise<string> {
    if (this.#pageId !== undefined) return Promise.resolve(this.#pageId);
    this.#send({ to: 'page', kind: 'call' });
    return new Promise((resolve, reject) => {
      const found = (pageId: string): void => {
        clearTimeout(timer);
        resolve(pageId);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(found);
        reject(noPage());
      }, patienceMilliseconds);
      this.#waiting.add(found);
    });
  }
}

const noPage = (): AdminApiError =>
  new AdminApiError(
    0,
    'NoPage',
    'No page of this site has an emulator that can be shown: open one in another tab, started with startWithConsole().',
  );
