import { ecsErrorExceptions, ecsErrorStatuses } from './generated/ecs-errors.generated.ts';
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

/** Code → status of "status code code…|status code…". */
const readStatuses = (text: string): Map<string, number> =>
  new Map(
    text.split('|').flatMap((group) => {
      const [status, ...codes] = group.split(' ');
      return codes.map((code): [string, number] => [code, Number(status)]);
    }),
  );

const exceptions = new Map<string, ReadonlyMap<string, number>>();

/** The statuses of one action's page that are not those of most. */
const exceptionsOf = (action: string): ReadonlyMap<string, number> | undefined => {
  const known = exceptions.get(action);
  // The name comes from a client: "constructor" is no table, and unknown names are not kept.
  if (known !== undefined || !Object.hasOwn(ecsErrorExceptions, action)) return known;
  const read = readStatuses(ecsErrorExceptions[action] ?? '');
  exceptions.set(action, read);
  return read;
};

let documented: ReadonlyMap<string, number> | undefined;

const usualStatuses: ReadonlyMap<string, number> = new Map(
  Object.entries(errorMessages).map(([code, { status }]) => [code, status]),
);

/**
 * HTTP status of a code. It belongs to the action, not to the code (design decision 5): as the action's page of ECS
 * states it, else as ECS's other pages do, else what errors/ has. Of another API what errors/ has comes first.
 */
export const statusOf = (api: 'Ecs' | 'another', action: string, code: string): number => {
  documented ??= readStatuses(ecsErrorStatuses);
  const [first, second] =
    api === 'Ecs' ? ([documented, usualStatuses] as const) : ([usualStatuses, documented] as const);
  return exceptionsOf(action)?.get(code) ?? first.get(code) ?? second.get(code) ?? 500;
};
