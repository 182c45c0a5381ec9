import { ecsErrorStatuses, usualErrorStatuses } from './generated/ecs-errors.generated.ts';
import { errorMessages } from './errors/index.ts';
import type { ErrorCode } from './errors/index.ts';

export type { ErrorCode } from './errors/index.ts';

/** Values for the placeholders of a message, e.g. { ImageId: "m-1" } for "{ImageId}". */
export type FaultDetails = Readonly<Record<string, string | number | boolean | undefined>>;

/** What an operation throws to refuse a request. The wire turns it into ECS's error envelope. */
export class Fault extends Error {
  readonly code: string;
  readonly details: FaultDetails;
  /** HTTP status that holds in place of the documented ones; null almost always. */
  readonly status: number | null;

  constructor(code: ErrorCode, details: FaultDetails = {}, status: number | null = null) {
    super(fillIn(errorMessages[code].message, details));
    this.name = 'Fault';
    this.code = code;
    this.details = details;
    this.status = status;
  }
}

/** A fault that somebody asked for (admin API), with whatever code, status and message they want. */
export class InjectedFault extends Fault {
  override readonly code: string;

  constructor(code: string, status: number | null, message: string | null) {
    super('alimock.InjectedFault', {}, status);
    this.code = code;
    if (message !== null) this.message = message;
  }
}

/**
 * Makes the error of an ECS error code; throw it.
 * @param code exactly ECS's, misspellings included
 * @param details values for the message's placeholders
 * @param status where the action's page has the code with several: the one that is meant
 */
export const fault = (code: ErrorCode, details: FaultDetails = {}, status: number | null = null): Fault =>
  new Fault(code, details, status);

const fillIn = (template: string, details: FaultDetails): string =>
  template.replace(/\{([A-Za-z0-9_.]+)\}/g, (_, name: string) => String(details[name] ?? name));

const tables = new Map<string, ReadonlyMap<string, number>>();

/** "404 A B|409 C" → A: 404, B: 404, C: 409. */
const readStatuses = (notation: string): ReadonlyMap<string, number> => {
  const statuses = new Map<string, number>();
  for (const group of notation.split('|')) {
    const [status, ...codes] = group.split(' ');
    for (const code of codes) statuses.set(code, Number(status));
  }
  return statuses;
};

const none: ReadonlyMap<string, number> = new Map();

/** What an action's documented error table has other than usual. */
const ownStatusesOf = (action: string): ReadonlyMap<string, number> => {
  // The name comes from a client: "constructor" is no table, and unknown names are not kept.
  if (!Object.hasOwn(ecsErrorStatuses, action)) return none;
  const known = tables.get(action);
  if (known !== undefined) return known;
  const table = readStatuses(ecsErrorStatuses[action] ?? '');
  tables.set(action, table);
  return table;
};

/**
 * HTTP status of a code. It belongs to the action, not to the code (design decision 5): the action's
 * documented table first, then the common one, then the status that the code usually has.
 */
export const statusOf = (action: string, code: string): number =>
  ownStatusesOf(action).get(code) ?? usualStatuses().get(code) ?? 500;

let usual: ReadonlyMap<string, number> | undefined;

const usualStatuses = (): ReadonlyMap<string, number> =>
  (usual ??= new Map([
    ...Object.entries(errorMessages).map(([code, { status }]) => [code, status] as const),
    ...readStatuses(usualErrorStatuses),
  ]));
