import type { ToldCall } from '../emulator.ts';
import { ownText } from '../wire/own-text.ts';
import { productOfVersion } from '../wire/products.ts';
import { isSecret, maskSecrets } from '../wire/secrets.ts';
import { wireParameters } from '../wire/wire-parameters.ts';

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
const maxReplyLength = 4096;

/** A call as it is kept: what costs time is done when somebody looks. */
type KeptEntry = Omit<LogDetail, 'parameters' | 'ignoredParameters'> & {
  readonly parameters: ReadonlyMap<string, string>;
};

/** The last calls, in bounded memory: a ring. */
export class RequestLog {
  readonly #capacity: number;
  readonly #entries: KeptEntry[] = [];
  #sequence = 0;

  /** @param capacity most calls that are kept */
  constructor(capacity = 1000) {
    this.#capacity = capacity;
  }

  add({ call, accountId, requestId, status, code, message, body, milliseconds }: ToldCall): void {
    const sequence = ++this.#sequence;
    this.#entries[(sequence - 1) % this.#capacity] = {
      sequence,
      time: Date.now(),
      action: cut(call.action),
      version: cut(call.version),
      accountId,
      accessKeyId: cut(call.accessKeyId),
      parameters: bounded(call.parameters),
      status,
      code,
      message: message === null ? null : cut(message),
      requestId,
      milliseconds,
      reply: body.length <= maxReplyLength ? body : cut(body, maxReplyLength),
    };
  }

  /** How many calls there were since the start. */
  get total(): number {
    return this.#sequence;
  }

  clear(): void {
    this.#entries.length = 0;
    this.#sequence = 0;
  }

  /** Kept calls, newest first, without their replies. */
  list(): LogEntry[] {
    return [...this.#entries].sort((a, b) => b.sequence - a.sequence).map(entryOf);
  }

  /** A kept call with its reply. */
  detail(sequence: number): LogDetail | undefined {
    const kept = this.#entries.find((entry) => entry.sequence === sequence);
    return kept === undefined ? undefined : { ...entryOf(kept), reply: maskSecrets(kept.reply) };
  }
}

const entryOf = ({ reply: _, ...entry }: KeptEntry): LogEntry => ({
  ...entry,
  parameters: masked(entry.parameters),
  ignoredParameters: ignoredOf(entry),
});

/** At most so many characters. */
const cut = (text: string, length = maxValueLength): string =>
  text.length <= length ? text : `${ownText(text.slice(0, length))}… (${text.length} characters)`;

/** The parameters themselves where they are few and short, as nearly always; else what there is room for. */
const bounded = (parameters: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
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

const ignoredOf = ({ action, version, parameters }: Omit<KeptEntry, 'reply'>): string[] => {
  const shape = productOfVersion(version)?.shapesOf(action)?.request;
  if (shape === undefined) return [];
  return [...parameters.keys()].filter((name) => {
    const [first = ''] = name.split('.');
    // Every call may name its region, whether the action has the parameter or not.
    return !shape.byWireName.has(first) && !wireParameters.has(first) && first !== 'RegionId';
  });
};
