import { AdminApiError, readReply } from './backend.ts';
import type { Backend } from './backend.ts';

const tokenKey = 'alimock-admin-token';
const retryMilliseconds = 2000;

/** The token that was typed in; kept for this tab only, and never part of an address. */
export const savedToken = (): string => sessionStorage.getItem(tokenKey) ?? '';
export const saveToken = (token: string): void => sessionStorage.setItem(tokenKey, token);

const headers = (): Record<string, string> =>
  savedToken() === '' ? {} : { authorization: `Bearer ${savedToken()}` };

/** The admin API of the server that served this page. */
export class HttpBackend implements Backend {
  readonly #prefix = new URL('..', location.href.split('#')[0]).pathname.replace(/\/$/, '');
  readonly endpoint = location.host;

  async ask(method: string, path: string, body?: unknown): Promise<unknown> {
    let reply: Response;
    try {
      reply = await fetch(this.#prefix + path, {
        method,
        headers: { ...headers(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw new AdminApiError(0, 'NoAnswer', 'The server does not answer.');
    }
    return readReply(reply.status, await reply.text());
  }

  // By fetch: an EventSource could show the token in its address only.
  watch(onEvent: (data: unknown) => void, onState: (isLive: boolean) => void): () => void {
    const ended = new AbortController();
    const run = async (): Promise<void> => {
      for (;;) {
        try {
          await this.#read(ended.signal, onEvent, () => onState(true));
        } catch {
          // Whatever broke it off: it is tried again.
        }
        if (ended.signal.aborted) return;
        onState(false);
        await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
      }
    };
    void run();
    return () => ended.abort();
  }

  async #read(signal: AbortSignal, onEvent: (data: unknown) => void, onOpen: () => void): Promise<void> {
    const reply = await fetch(`${this.#prefix}/events`, { headers: headers(), signal });
    if (!reply.ok || reply.body === null) throw new AdminApiError(reply.status, 'NoEvents', 'No events.');
    onOpen();
    let text = '';
    const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data !== undefined) onEvent(JSON.parse(data));
      }
    }
  }
}
