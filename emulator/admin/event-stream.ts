import type { ServiceCore } from '../server/service-core.ts';
import type { StreamChannel } from '../transports/http-reply.ts';

/** A comment that often keeps proxies from closing the connection. */
const heartbeatMilliseconds = 20_000;

/** What an event tells: numbers that grow where something was changed. What it was is asked for. */
export interface ChangeEvent {
  readonly revision: number;
  readonly calls: number;
  readonly aheadMilliseconds: number;
  readonly pace: string;
  /** Faults to come, as one text: it differs where they do. */
  readonly faults: string;
}

/** Where things stand. */
export const changeEvent = ({ emulator, log, clock, pace, faults }: ServiceCore): ChangeEvent => ({
  revision: emulator.revision(),
  calls: log.total,
  aheadMilliseconds: clock.offset,
  pace,
  faults: faults
    .list()
    .map(({ id, seen }) => `${id}:${seen}`)
    .join(' '),
});

/** The reply of a route that goes on: server-sent events. */
export class EventStream {
  readonly #service: ServiceCore;

  constructor(service: ServiceCore) {
    this.#service = service;
  }

  /** Sends where things stand, then again after each change. @returns a function that ends it */
  open(channel: StreamChannel): () => void {
    const send = (): void =>
      channel.send(`event: change\ndata: ${JSON.stringify(changeEvent(this.#service))}\n\n`);
    send();
    const unsubscribe = this.#service.changes.subscribe(send);
    const heartbeat = setInterval(() => channel.send(': alive\n\n'), heartbeatMilliseconds);
    return () => {
      unsubscribe();
      clearInterval(heartbeat);
    };
  }
}
