import type { Reply } from '../wire/call.ts';

/** A reply that goes on. */
export interface StreamChannel {
  send(text: string): void;
}

/** A reply, and what is to happen to the connection that it goes out by. */
export interface HttpReply extends Reply {
  /** The reply waits that long. */
  readonly delayMilliseconds?: number;
  /** The connection breaks in place of a reply. */
  readonly dropsConnection?: boolean;
  /** The body goes on: called once the head is out. @returns what is to be done when the connection ends */
  readonly stream?: (channel: StreamChannel) => () => void;
}
