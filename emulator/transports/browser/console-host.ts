import { refusalOf } from '../../admin/admin-error.ts';
import { changeEvent } from '../../admin/event-stream.ts';
import { callRoute } from '../../admin/router.ts';
import type { ServiceCore } from '../../server/service-core.ts';
import { consoleChannelName, watchMilliseconds } from './console-channel.ts';
import type { ToConsole, ToPage } from './console-channel.ts';

/**
 * Answers consoles in other tabs of the site from the emulator of this page.
 * @param onChange is told when a console has changed something
 * @returns a function that ends it
 */
export const hostConsole = (service: ServiceCore, onChange: () => void): (() => void) => {
  const channel = new BroadcastChannel(consoleChannelName);
  const pageId = crypto.randomUUID();
  const send = (message: ToConsole): void => channel.postMessage(message);
  const sendChange = (): void => send({ to: 'console', kind: 'change', pageId, event: changeEvent(service) });

  let unsubscribe: (() => void) | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => {
    clearTimeout(silence);
    unsubscribe?.();
    unsubscribe = undefined;
  };
  const watch = (): void => {
    clearTimeout(silence);
    silence = setTimeout(forget, 2 * watchMilliseconds);
    unsubscribe ??= service.changes.subscribe(sendChange);
    // Always: it tells the console that this page is still there.
    sendChange();
  };

  const answer = async ({ askId, method, target, body }: Extract<ToPage, { kind: 'ask' }>): Promise<void> => {
    let reply: { status: number; body: unknown };
    try {
      reply = { status: 200, body: await callRoute(service, method, target, () => body) };
      if (method !== 'GET') onChange();
    } catch (error) {
      reply = refusalOf(error);
    }
    send({ to: 'console', kind: 'reply', askId, status: reply.status, text: JSON.stringify(reply.body) });
  };

  // A page that is left lives on for a moment, and may come back from the browser's cache.
  let isAway = false;
  const leave = (): void => {
    send({ to: 'console', kind: 'gone', pageId });
    isAway = true;
    forget();
  };
  const arrive = (): void => {
    isAway = false;
    send({ to: 'console', kind: 'here', pageId });
  };
  channel.addEventListener('message', ({ data }: MessageEvent<ToPage | ToConsole>) => {
    if (data.to !== 'page' || isAway) return;
    if (data.kind === 'call') send({ to: 'console', kind: 'here', pageId });
    else if (data.pageId !== pageId) return;
    else if (data.kind === 'watch') watch();
    else void answer(data);
  });
  addEventListener('pagehide', leave);
  addEventListener('pageshow', arrive);
  // A console that was open before this page finds it.
  arrive();
  return () => {
    leave();
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', arrive);
    channel.close();
  };
};
