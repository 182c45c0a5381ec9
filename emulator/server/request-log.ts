import type { AnsweredCall } from '../dispatch.ts';
import { productOfVersion } from '../wire/products.ts';

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
}

const secret = /(?:password|secret|securitytoken|signature$|userdata|privatekey)/i;
const maxValueLength = 256;
const maxParameters = 100;

/** Parameters of the wire itself, which no action has. */
const wireParameters: ReadonlySet<string> = new Set([
  'Action',
  'Version',
  'Format',
  'AccessKeyId',
  'Signature',
  'SignatureMethod',
  'SignatureNonce',
  'SignatureVersion',
  'SignatureType',
  'Timestamp',
  'SecurityToken',
  'RegionId',
]);

/** The last calls, in bounded memory: a ring. */
export class RequestLog {
  readonly #capacity: number;
  readonly #entries: LogEntry[] = [];
  #sequence = 0;

  /** @param capacity most calls that are kept */
  constructor(capacity = 1000) {
    this.#capacity = capacity;
  }

  add({ call, accountId, requestId, status, code, message }: AnsweredCall): void {
    const sequence = ++this.#sequence;
    this.#entries[(sequence - 1) % this.#capacity] = {
      sequence,
      time: Date.now(),
      action: cut(call.action),
      version: cut(call.version),
      accountId,
      accessKeyId: cut(call.accessKeyId),
      parameters: masked(call.parameters),
      ignoredParameters: [],
      status,
      code,
      message: message === null ? null : cut(message),
      requestId,
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

  /** Kept calls, newest first. */
  list(): LogEntry[] {
    return [...this.#entries]
      .sort((a, b) => b.sequence - a.sequence)
      .map((entry) => ({ ...entry, ignoredParameters: ignoredOf(entry) }));
  }
}

/** A copy of at most so many characters, which does not keep the whole text in memory. */
const cut = (text: string): string =>
  text.length <= maxValueLength
    ? text
    : `${Buffer.from(text.slice(0, maxValueLength)).toString()}… (${text.length} characters)`;

const masked = (parameters: ReadonlyMap<string, string>): Record<string, string> => {
  const shown: [string, string][] = [];
  for (const [name, value] of parameters) {
    if (shown.length === maxParameters) {
      shown.push(['…', `${parameters.size - maxParameters} more`]);
      break;
    }
    shown.push([cut(name), secret.test(name) ? '***' : cut(value)]);
  }
  return Object.fromEntries(shown);
};

/** Worked out when somebody looks: calls should not pay for it. */
const ignoredOf = ({ action, version, parameters }: LogEntry): string[] => {
  const shape = productOfVersion(version)?.shapesOf(action)?.request;
  if (shape === undefined) return [];
  return Object.keys(parameters).filter((name) => {
    const [first = ''] = name.split('.');
    return !shape.byWireName.has(first) && !wireParameters.has(first);
  });
};
