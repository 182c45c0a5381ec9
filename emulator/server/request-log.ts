import type { ToldCall } from '../emulator.ts';
import { ownText } from '../wire/own-text.ts';
import { productOfVersion } from '../wire/products.ts';
import { isSecret, maskSecrets } from '../wire/secrets.ts';
import { wireParameters } from '../wire/wire-parameters.ts';
import { maxReplyLength, PackedCalls } from './packed-calls.ts';
import type { LoggedCall } from './packed-calls.ts';

/** One call as the log tells it. */
export interface LogEntry {
  /** Counts up from 1. */
  readonly sequence: number;
  /** Milliseconds, on the machine's clock. */
  readonly time: number;
  readonly action: string;
  readonly version: string;
  readonly accountId: string;
  readonly accessKeyId: string;
  /** By wire name; secrets masked, long values cut. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Names that the action does not know: they had no effect. */
  readonly ignoredParameters: readonly string[];
  readonly status: number;
  readonly code: string | null;
  readonly message: string | null;
  readonly requestId: string;
  /** How long it took to carry out. */
  readonly milliseconds: number;
}

/** One call with its reply. */
export interface LogDetail extends LogEntry {
  /** As it went out, cut to a few thousand characters; secrets masked. */
  readonly reply: string;
}

const maxValueLength = 256;
const maxParameters = 100;

/** The last calls, in bounded memory: a ring. */
export class RequestLog {
  readonly #capacity: number;
  readonly #packed: PackedCalls;
  /** Calls that cannot be packed; undefined where the slot's call is. */
  readonly #unpacked: (LoggedCall | undefined)[] = [];
  #sequence = 0;

  /** @param capacity most calls that are kept */
  constructor(capacity = 1000) {
    this.#capacity = capacity;
    this.#packed = new PackedCalls(capacity);
  }

  add(told: ToldCall): void {
    const slot = this.#sequence++ % this.#capacity;
    const time = Date.now();
    this.#unpacked[slot] = this.#packed.put(slot, told, time) ? undefined : bounded(loggedCall(told, time));
  }

  /** How many calls there were since the start. */
  get total(): number {
    return this.#sequence;
  }

  clear(): void {
    this.#unpacked.length = 0;
    this.#sequence = 0;
  }

  /** Kept calls, newest first, without their replies. */
  list(): LogEntry[] {
    const entries: LogEntry[] = [];
    const oldest = Math.max(1, this.#sequence - this.#capacity + 1);
    for (let sequence = this.#sequence; sequence >= oldest; sequence--) {
      entries.push(entryOf(sequence, this.#kept(sequence)));
    }
    return entries;
  }

  /** A kept call with its reply. */
  detail(sequence: number): LogDetail | undefined {
    const isKept =
      Number.isInteger(sequence) &&
      sequence > Math.max(0, this.#sequence - this.#capacity) &&
      sequence <= this.#sequence;
    if (!isKept) return undefined;
    const call = this.#kept(sequence);
    return { ...entryOf(sequence, call), reply: maskSecrets(call.reply) };
  }

  #kept(sequence: number): LoggedCall {
    const slot = (sequence - 1) % this.#capacity;
    return this.#unpacked[slot] ?? bounded(this.#packed.get(slot));
  }
}

const entryOf = (sequence: number, { reply: _, replyLength: _length, ...call }: LoggedCall): LogEntry => ({
  sequence,
  ...call,
  parameters: masked(call.parameters),
  ignoredParameters: ignoredOf(call),
});

const loggedCall = ({ call, body, ...told }: ToldCall, time: number): LoggedCall => ({
  action: call.action,
  version: call.version,
  accountId: told.accountId,
  accessKeyId: call.accessKeyId,
  parameters: call.parameters,
  requestId: told.requestId,
  status: told.status,
  code: told.code,
  message: told.message,
  time,
  milliseconds: told.milliseconds,
  reply: body,
  replyLength: body.length,
});

/** With its texts cut to what there is room for. */
const bounded = (call: LoggedCall): LoggedCall => ({
  ...call,
  action: cut(call.action),
  version: cut(call.version),
  accessKeyId: cut(call.accessKeyId),
  parameters: boundedParameters(call.parameters),
  message: call.message === null ? null : cut(call.message),
  reply: cut(call.reply, maxReplyLength, call.replyLength),
});

/** At most so many characters. @param whole how many there were, where the text is a part already */
const cut = (text: string, length = maxValueLength, whole = text.length): string =>
  whole <= length ? text : `${ownText(text.slice(0, length))}… (${whole} characters)`;

/** The parameters themselves where they are few and short, as nearly always; else what there is room for. */
const boundedParameters = (parameters: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  if (parameters.size <= maxParameters && isShort(parameters)) return parameters;
  const shown = new Map<string, string>();
  for (const [name, value] of parameters) {
    if (shown.size === maxParameters) return shown.set('…', `${parameters.size - maxParameters} more`);
    shown.set(cut(name), cut(value));
  }
  return shown;
};

const isShort = (parameters: ReadonlyMap<string, string>): boolean => {
  for (const [name, value] of parameters) {
    if (name.length > maxValueLength || value.length > maxValueLength) return false;
  }
  return true;
};

const masked = (parameters: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries([...parameters].map(([name, value]) => [name, isSecret(name) ? '***' : value]));

const ignoredOf = ({
  action,
  version,
  parameters,
}: Pick<LoggedCall, 'action' | 'version' | 'parameters'>): string[] => {
  const shape = productOfVersion(version)?.shapesOf(action)?.request;
  if (shape === undefined) return [];
  return [...parameters.keys()].filter((name) => {
    const [first = ''] = name.split('.');
    // Every call may name its region, whether the action has the parameter or not.
    return !shape.byWireName.has(first) && !wireParameters.has(first) && first !== 'RegionId';
  });
};
