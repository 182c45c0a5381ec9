import { wireParameters } from '../../../emulator/wire/wire-parameters.ts';
import type { RequestEntry } from '../api/types.ts';

/** A logged call, ready to be written down in some language. */
export interface ReplayCall {
  readonly action: string;
  readonly version: string;
  readonly accessKeyId: string;
  /** Address that clients call: "127.0.0.1:4580". */
  readonly endpoint: string;
  /** The action's own parameters; nothing of the wire's. */
  readonly parameters: readonly (readonly [string, string])[];
}

/** Stands in the log for parameters that there was no room for. */
const leftOut = '…';

/** What of a logged call is to be called again. */
export const replayCall = (entry: RequestEntry, endpoint: string): ReplayCall => ({
  action: entry.action,
  version: entry.version,
  accessKeyId: entry.accessKeyId,
  endpoint,
  parameters: Object.entries(entry.parameters).filter(
    ([name]) => !wireParameters.has(name) && name !== leftOut,
  ),
});

/** Whether values are missing that the log does not keep: secrets, and what was cut. */
export const isIncomplete = ({ parameters }: RequestEntry): boolean =>
  Object.entries(parameters).some(
    ([name, value]) => value === '***' || name === leftOut || /… \(\d+ characters\)$/.test(value),
  );

/** Whether the key is a role's: then a call takes the token that AssumeRole gave with it, which the log does not keep. */
export const isTemporary = ({ accessKeyId }: Pick<ReplayCall, 'accessKeyId'>): boolean =>
  accessKeyId.startsWith('STS.');

/** A text in double quotes, as JSON, JavaScript, Python and Go have it. */
export const quoted = (text: string): string => JSON.stringify(text);
