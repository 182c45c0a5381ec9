import { dispatch } from './dispatch.ts';
import type { AnsweredCall, Surroundings } from './dispatch.ts';
import type { RuleId } from './rules/index.ts';
import { systemClock } from './state/clock.ts';
import type { Clock } from './state/clock.ts';
import { accountIdOfKey } from './state/ids.ts';
import type { QuotaName, Quotas } from './state/quotas.ts';
import { State } from './state/state.ts';
import type { StateSnapshot } from './state/state.ts';
import type { Call, Reply } from './wire/call.ts';
import { Fault, fault } from './wire/fault.ts';
import { guessFormat, readCall } from './wire/http-call.ts';
import type { HttpRequest } from './wire/http-call.ts';
import { errorReply } from './wire/reply.ts';

export interface DeclaredAccount {
  /** 16 digits. */
  readonly id: string;
  readonly accessKeyId: string;
}

export interface EmulatorOptions {
  /** Same seed and same calls, same ids. Default 1. */
  readonly seed?: number;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** How long changes of status take; see {@link Surroundings.pace}. Default "immediate". */
  readonly pace?: 'immediate' | 'real';
  /** Access keys with the accounts that they belong to. Any other key is an account of its own. */
  readonly accounts?: readonly DeclaredAccount[];
  /** Limits that differ from the documented ones, for all accounts. */
  readonly quotas?: Quotas;
  /** Rules not to enforce, to see whether a check notices. */
  readonly withoutRules?: readonly RuleId[];
}

/** A local ECS: answers calls, in memory, for any number of accounts. */
export interface Emulator {
  /** Answers an HTTP request in either wire style. Never throws. */
  handle(request: HttpRequest): Reply;
  /** Answers a call that was already read. Never throws. */
  dispatch(call: Call): Reply;
  /** The account that an access key stands for. */
  accountIdOf(accessKeyId: string): string;
  /** Sets a limit of one account, as a ticket to support would. */
  setQuota(accountId: string, name: QuotaName, value: number): void;
  /** Forgets everything, as if newly made. */
  reset(): void;
  /** The whole state as plain data that JSON can carry. */
  snapshot(): StateSnapshot;
  /** Puts a state back in place of the current one. */
  restore(snapshot: StateSnapshot): void;
  /** A second emulator with the same state and options; what happens to one does not touch the other. */
  fork(): Emulator;
  /** Is told of each call with its answer. @returns a function that ends it */
  onCall(listener: (answered: AnsweredCall) => void): () => void;
}

/**
 * Makes an emulator.
 * @example const emulator = createEmulator(); const server = setupServer(...handlers(emulator));
 */
export const createEmulator = (options: EmulatorOptions = {}): Emulator => {
  const seed = options.seed ?? 1;
  const declared = new Map(options.accounts?.map((account) => [account.accessKeyId, account.id]));
  const accountIdOf = (accessKeyId: string): string => {
    if (accessKeyId === '') throw fault('MissingParameter', { Parameter: 'AccessKeyId' });
    return declared.get(accessKeyId) ?? accountIdOfKey(accessKeyId);
  };
  const freshState = (): State => new State(seed, options.quotas);
  const surroundings: { -readonly [Key in keyof Surroundings]: Surroundings[Key] } = {
    state: freshState(),
    clock: options.clock ?? systemClock,
    pace: options.pace ?? 'immediate',
    withoutRules: new Set(options.withoutRules),
    accountIdOf,
  };
  const listeners = new Set<(answered: AnsweredCall) => void>();

  const answer = (call: Call): Reply => {
    const { reply, answered } = dispatch(call, surroundings);
    for (const listener of listeners) listener(answered);
    return reply;
  };
  const restore = (snapshot: StateSnapshot): void => {
    const state = freshState();
    state.restore(snapshot);
    surroundings.state = state;
  };

  return {
    handle: (request) => {
      try {
        return answer(readCall(request));
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        const unread = {
          action: '',
          format: guessFormat(request),
          host: request.header('host') ?? '',
        };
        return errorReply(unread, error, surroundings.state.ids.uuid());
      }
    },
    dispatch: answer,
    accountIdOf,
    setQuota: (accountId, name, value) => surroundings.state.setQuota(accountId, name, value),
    reset: () => {
      surroundings.state = freshState();
    },
    snapshot: () => surroundings.state.snapshot(),
    restore,
    fork: () => {
      const copy = createEmulator(options);
      copy.restore(surroundings.state.snapshot());
      return copy;
    },
    onCall: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
