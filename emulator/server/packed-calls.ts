import type { ToldCall } from '../emulator.ts';
import { parseParameters } from '../wire/http-call.ts';
import { TextSlots } from './text-slots.ts';

/** What the log keeps of a call. */
export interface LoggedCall {
  readonly action: string;
  readonly version: string;
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly requestId: string;
  readonly status: number;
  readonly code: string | null;
  readonly message: string | null;
  /** When it was answered, on the machine's clock. */
  readonly time: number;
  readonly milliseconds: number;
  /** The beginning of the reply, and the length of the whole. */
  readonly reply: string;
  readonly replyLength: number;
}

/** Longer replies are kept in part. */
export const maxReplyLength = 4096;
/** Longest query and form that are kept as they were sent. */
const maxSentLength = 1024;
/** Room for action, version, account, key and request id. */
const maxNamesLength = 512;

/** In each slot: time, milliseconds, status, length of the whole reply. */
const numberCount = 4;
/** In each slot: action, version, account, key, request id, parameters as they were sent, reply. */
const textCount = 7;

/**
 * Calls in numbered slots, without an object for any of them. Nearly every call ends here, and nearly none is ever
 * looked at: as objects, a thousand of them cost the garbage collector a tenth of all processor time.
 */
export class PackedCalls {
  readonly #texts: TextSlots;
  readonly #lengths: Uint16Array;
  readonly #numbers: Float64Array;

  constructor(slots: number) {
    this.#texts = new TextSlots(slots, maxNamesLength + maxSentLength + maxReplyLength);
    this.#lengths = new Uint16Array(slots * textCount);
    this.#numbers = new Float64Array(slots * numberCount);
  }

  /** @returns false for a call that cannot be packed: it failed, came by no HTTP request, or is large */
  put(
    slot: number,
    { call, accountId, requestId, status, code, body, milliseconds }: ToldCall,
    time: number,
  ): boolean {
    const { action, version, accessKeyId, sent } = call;
    if (code !== null || sent === undefined || sent.length > maxSentLength) return false;
    const reply = body.length <= maxReplyLength ? body : body.slice(0, maxReplyLength);
    const names = action + version + accountId + accessKeyId + requestId + sent;
    if (!this.#texts.write(slot, names, reply)) return false;
    const lengths = this.#lengths;
    const first = slot * textCount;
    lengths[first] = action.length;
    lengths[first + 1] = version.length;
    lengths[first + 2] = accountId.length;
    lengths[first + 3] = accessKeyId.length;
    lengths[first + 4] = requestId.length;
    lengths[first + 5] = sent.length;
    lengths[first + 6] = reply.length;
    const numbers = this.#numbers;
    const start = slot * numberCount;
    numbers[start] = time;
    numbers[start + 1] = milliseconds;
    numbers[start + 2] = status;
    numbers[start + 3] = body.length;
    return true;
  }

  /** The call that was put into the slot last. */
  get(slot: number): LoggedCall {
    const lengths = this.#lengths.subarray(slot * textCount, (slot + 1) * textCount);
    const all = this.#texts.read(slot);
    let start = 0;
    const texts = Array.from(lengths, (length) => all.slice(start, (start += length)));
    const [
      action = '',
      version = '',
      accountId = '',
      accessKeyId = '',
      requestId = '',
      sent = '',
      reply = '',
    ] = texts;
    const [time = 0, milliseconds = 0, status = 0, replyLength = 0] = this.#numbers.subarray(
      slot * numberCount,
      (slot + 1) * numberCount,
    );
    return {
      action,
      version,
      accountId,
      accessKeyId,
      parameters: parseParameters(sent),
      requestId,
      status,
      code: null,
      message: null,
      time,
      milliseconds,
      reply,
      replyLength,
    };
  }
}
