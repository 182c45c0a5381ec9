import { commandResults } from './command-results.ts';
import type { CommandOutput } from './command-results.ts';
import { dispatch, runDueTransitions } from './dispatch.ts';
import type { AnsweredCall, Surroundings } from './dispatch.ts';
import { dispatchOss } from './oss/oss-dispatch.ts';
import { isOssRequest } from './oss/oss-request.ts';
import { Callers } from './identity.ts';
import type { Authenticate, DeclaredAccount } from './identity.ts';
import type { RuleId } from './rules/index.ts';
import { systemClock } from './state/clock.ts';
import type { Clock } from './state/clock.ts';
import type { QuotaName, Quotas } from './state/quotas.ts';
import { State } from './state/state.ts';
import type { StateSnapshot } from './state/state.ts';
import type { Call, Reply } from './wire/call.ts';
import { Fault, fault } from './wire/fault.ts';
import { guessFormat, readCall } from './wire/http-call.ts';
import type { HttpRequest } from './wire/http-call.ts';
import { errorReply } from './wire/reply.ts';

export interface EmulatorOptions {
  /** Same seed and same calls, same ids. Default 1. */
  readonly seed?: number;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** How long changes of status take; see {@link Surroundings.pace}. Default "immediate". */
  readonly pace?: 'immediate' | 'real';
  /** Access keys with the accounts that they belong to. Any other key is an account of its own. */
  readonly accounts?: readonly DeclaredAccount[];
  /** Has the signature of each HTTP call verified; keys that are not declared then do not exist. */
  readonly authenticate?: Authenticate;
  /** Is asked before each call is carried out; throws a Fault to refuse it. */
  readonly admit?: (call: Call, accountId: string) => void;
  /** What Cloud Assistant commands write; without it they end well and write nothing. */
  readonly commandOutputs?: readonly CommandOutput[];
  /** Limits that differ from the documented ones, for all accounts. */
  readonly quotas?: Quotas;
  /** Rules not to enforce, to see whether a check notices. */
  readonly withoutRules?: readonly RuleId[];
}

/** A local ECS: answers calls, in memory, for any number of accounts. */
export interface Emulator {
  /** Answers an HTTP request in either wire style. Never throws. */
  handle(request: HttpRequest): Reply;
  /**
   * Answers a call that was already read. Never throws.
   * @param accountId makes the call for this account, whatever the access key
   */
  dispatch(call: Call, accountId?: string): Reply;
  /**
   * Carries a call out on a copy of the state, with the changes of status that follow, and without faults that
   * were asked for. Nothing changes here, and no listener is told.
   */
  tryOut(call: Call, accountId: string): Trial;
  /**
   * Lets the changes of status happen that are due, as the next call would.
   * @returns when the next one is due, in milliseconds on the emulator's clock; undefined where none is to come
   */
  settle(): number | undefined;
  /** What its clock says, in milliseconds since 1970. */
  now(): number;
  /** The account that an access key stands for. */
  accountIdOf(accessKeyId: string): string;
  /** Sets a limit of one account, as a ticket to support would. */
  setQuota(accountId: string, name: QuotaName, value: number): void;
  /** The limit of an account. */
  quotaOf(accountId: string, name: QuotaName): number;
  /**
   * Forgets everything, as if newly made.
   * @param accountId only this account's resources and limits
   */
  reset(accountId?: string): void;
  /** What Cloud Assistant commands write from now on, in place of what was said before. */
  setCommandOutputs(outputs: readonly CommandOutput[]): void;
  /** How long changes of status take from now on. */
  setPace(pace: 'immediate' | 'real'): void;
  /** Grows with every change of the state; equal numbers mean that nothing was changed in between. */
  revision(): number;
  /** The state as {@link snapshot} has it, but not a copy: read it, and change nothing in it. */
  view(): StateSnapshot;
  /** The whole state as plain data that JSON can carry. */
  snapshot(): StateSnapshot;
  /** Puts a state back in place of the current one. */
  restore(snapshot: StateSnapshot): void;
  /** A second emulator with the same state and options; what happens to one does not touch the other. */
  fork(): Emulator;
  /** Is told of each call with its answer. @returns a function that ends it */
  onCall(listener: (told: ToldCall) => void): () => void;
}

/** An answered call, its reply as it goes out, and how long it took. */
export interface ToldCall extends AnsweredCall {
  readonly body: string;
  readonly milliseconds: number;
}

/** What a call would come to. */
export interface Trial {
  readonly answered: AnsweredCall;
  /** The state that it would leave; it shares its rows with the current one. */
  readonly after: StateSnapshot;
}

const unreadCall = {
  version: '',
  action: '',
  parameters: new Map<string, string>(),
  accessKeyId: '',
  securityToken: '',
};

/**
 * Makes an emulator.
 * @example const emulator = createEmulator(); const server = setupServer(...handlers(emulator));
 */
export const createEmulator = (options: EmulatorOptions = {}): Emulator => {
  const seed = options.seed ?? 1;
  const callers = new Callers(options.accounts ?? [], options.authenticate !== undefined);
  const freshState = (): State => new State(seed, options.quotas);
  let commandOutputs = options.commandOutputs ?? [];
  const surroundings: { -readonly [Key in keyof Surroundings]: Surroundings[Key] } = {
    state: freshState(),
    clock: options.clock ?? systemClock,
    pace: options.pace ?? 'immediate',
    withoutRules: new Set(options.withoutRules),
    commandResult: commandResults(commandOutputs),
    callers,
    authenticate: options.authenticate,
    admit: options.admit,
  };
  const listeners = new Set<(told: ToldCall) => void>();

  let earlierRevisions = 0;
  const replaceState = (state: State): void => {
    earlierRevisions += surroundings.state.revision + 1;
    surroundings.state = state;
  };
  const tell = (answered: AnsweredCall, { body }: Reply, since: number): void => {
    if (listeners.size === 0) return;
    const { call, accountId, requestId, status, code, message } = answered;
    // Member by member: spread, it costs as much as a whole look-up.
    const told: ToldCall = {
      call,
      accountId,
      requestId,
      status,
      code,
      message,
      body,
      milliseconds: performance.now() - since,
    };
    for (const listener of listeners) listener(told);
  };
  const answer = (call: Call, request?: HttpRequest, accountId?: string): Reply => {
    const since = performance.now();
    const { reply, answered } = dispatch(call, surroundings, request, accountId);
    tell(answered, reply, since);
    return reply;
  };
  const answerOss = (request: HttpRequest): Reply => {
    const since = performance.now();
    const { reply, answered } = dispatchOss(request, surroundings);
    // What is in an object is nobody's business but its owner's; a log would show it, and keep it.
    tell(answered, { ...reply, body: '' }, since);
    return reply;
  };
  const tryOut = (call: Call, accountId: string): Trial => {
    const state = freshState();
    state.adopt(surroundings.state.view());
    const trial: Surroundings = { ...surroundings, state, pace: 'immediate', admit: undefined };
    const { answered } = dispatch(call, trial, undefined, accountId);
    runDueTransitions(trial);
    return { answered, after: state.view() };
  };
  /** The reply to a request that cannot be read as a call. */
  const refuse = (request: HttpRequest, error: Fault): Reply => {
    const since = performance.now();
    const call: Call = { ...unreadCall, format: guessFormat(request), host: request.header('host') ?? '' };
    const requestId = surroundings.state.ids.uuid();
    const reply = errorReply(call, error, requestId);
    const { code, message } = error;
    tell({ call, accountId: '', requestId, status: reply.status, code, message }, reply, since);
    return reply;
  };
  const restore = (snapshot: StateSnapshot): void => {
    const state = freshState();
    state.restore(snapshot);
    replaceState(state);
  };

  return {
    handle: (request) => {
      try {
        return isOssRequest(request) ? answerOss(request) : answer(readCall(request), request);
      } catch (error) {
        return refuse(
          request,
          error instanceof Fault ? error : fault('InternalError', { Details: String(error) }),
        );
      }
    },
    dispatch: (call, accountId) => answer(call, undefined, accountId),
    tryOut,
    settle: () => {
      runDueTransitions(surroundings);
      return surroundings.state.scheduler.tasks[0]?.dueAt;
    },
    now: () => surroundings.clock.now(),
    accountIdOf: (accessKeyId) =>
      surroundings.state.tables.roleSessions.get(accessKeyId)?.accountId ??
      callers.ofKey(accessKeyId).accountId,
    setQuota: (accountId, name, value) => surroundings.state.setQuota(accountId, name, value),
    quotaOf: (accountId, name) => surroundings.state.quota(accountId, name),
    reset: (accountId) => {
      if (accountId === undefined) replaceState(freshState());
      else surroundings.state.forgetAccount(accountId);
    },
    setCommandOutputs: (outputs) => {
      commandOutputs = outputs;
      surroundings.commandResult = commandResults(outputs);
    },
    setPace: (pace) => {
      surroundings.pace = pace;
    },
    revision: () => earlierRevisions + surroundings.state.revision,
    view: () => surroundings.state.view(),
    snapshot: () => surroundings.state.snapshot(),
    restore,
    fork: () => {
      const copy = createEmulator({ ...options, commandOutputs });
      copy.restore(surroundings.state.snapshot());
      return copy;
    },
    onCall: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
