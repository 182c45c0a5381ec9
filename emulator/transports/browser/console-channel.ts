/**
 * How the console in one tab talks to the emulator in another tab of the same site. Pages of other sites have no part in
 * it: the browser keeps the channels of sites apart.
 */
export const consoleChannelName = 'alimock-console';

/** From the console. */
export type ToPage =
  /** Who is there? */
  | { readonly to: 'page'; readonly kind: 'call' }
  /** Tell me of changes, from now on; again and again while somebody looks. */
  | { readonly to: 'page'; readonly kind: 'watch'; readonly pageId: string }
  | {
      readonly to: 'page';
      readonly kind: 'ask';
      readonly pageId: string;
      readonly askId: string;
      readonly method: string;
      /** Path and query behind the admin API's prefix. */
      readonly target: string;
      readonly body?: unknown;
    };

/** From a page with an emulator. */
export type ToConsole =
  | { readonly to: 'console'; readonly kind: 'here' | 'gone'; readonly pageId: string }
  | {
      readonly to: 'console';
      readonly kind: 'change';
      readonly pageId: string;
      /** As of the server-sent events. */
      readonly event: unknown;
    }
  | {
      readonly to: 'console';
      readonly kind: 'reply';
      readonly askId: string;
      readonly status: number;
      /** JSON, as the server sends it. */
      readonly text: string;
    };

/** A console that is still open says so that often; without a word for twice as long it is taken for closed. */
export const watchMilliseconds = 10_000;
