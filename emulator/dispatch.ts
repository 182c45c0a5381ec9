import { CallContext, ChangeContext } from './call-context.ts';
import type { CommandResult, Context } from './context.ts';
import { performOnce } from './idempotency.ts';
import type { Authenticate, Caller, Callers } from './identity.ts';
import { operationOf } from './operations.ts';
import type { AnyOperation } from './operations.ts';
import type { RuleId } from './rules/index.ts';
import type { Clock } from './state/clock.ts';
import type { State } from './state/state.ts';
import { transitions } from './transitions.ts';
import type { Call, Reply } from './wire/call.ts';
import { decodeRequest } from './wire/decode.ts';
import { Fault, fault } from './wire/fault.ts';
import { observing } from './wire/observed-request.ts';
import type { HttpRequest } from './wire/http-call.ts';
import { products, productOfVersion } from './wire/products.ts';
import type { Product } from './wire/products.ts';
import { errorReply, successReply } from './wire/reply.ts';

/** What a call is carried out with. */
export interface Surroundings {
  readonly state: State;
  readonly clock: Clock;
  /** "immediate": a change of status is over when the next call comes; "real": it takes lifelike time. */
  readonly pace: 'immediate' | 'real';
  readonly withoutRules: ReadonlySet<RuleId>;
  readonly callers: Callers;
  /** Verifies signatures; undefined where every key is taken. */
  readonly authenticate: Authenticate | undefined;
  /** What a Cloud Assistant command of this text comes to. */
  readonly commandResult: (content: string) => CommandResult;
  /** Is asked before a call is carried out; throws a fault to refuse it. */
  readonly admit: ((call: Call, accountId: string) => void) | undefined;
}

/** A call with its answer, as the request log keeps it. */
export interface AnsweredCall {
  readonly call: Call;
  readonly accountId: string;
  readonly requestId: string;
  readonly status: number;
  /** ECS's error code; null where the call succeeded. */
  readonly code: string | null;
  readonly message: string | null;
}

/**
 * Carries out one call (design decision 2: it knows no transport). Whatever happens, it answers: a fault
 * becomes ECS's error envelope, and a call that fails changes nothing.
 * @param httpRequest what the call was read from; its signature is verified where that is asked for
 * @param forAccount makes the call for this account, whatever the access key
 */
export const dispatch = (
  call: Call,
  surroundings: Surroundings,
  httpRequest?: HttpRequest,
  forAccount?: string,
): { reply: Reply; answered: AnsweredCall } => {
  const requestId = surroundings.state.ids.uuid();
  let accountId = '';
  try {
    runDueTransitions(surroundings);
    const now = surroundings.clock.now();
    const caller =
      forAccount === undefined
        ? surroundings.callers.identify(call, surroundings.state, now)
        : { accountId: forAccount, secret: undefined };
    accountId = caller.accountId;
    authenticate(call, httpRequest, caller, surroundings);
    surroundings.admit?.(call, accountId);
    const product = findProduct(call);
    const shapes = product.shapesOf(call.action);
    if (shapes === undefined) {
      throw fault(product.isPartial ? 'alimock.NotImplemented' : 'InvalidAction.NotFound', {
        Action: call.action,
        Product: product.name,
        Version: call.version,
      });
    }
    const request = decodeRequest(shapes.request, call.parameters);
    const operation = operationOf(product.name, call.action);
    if (operation === undefined) {
      throw fault('alimock.NotImplemented', {
        Action: call.action,
        Product: product.name,
        Version: call.version,
      });
    }
    const context = new CallContext(call, accountId, now, surroundings);
    const observed = observing(operation, product.name, call.action);
    const body = perform(observed, request, context, surroundings.state);
    return {
      reply: successReply(call, shapes.response, body, requestId),
      answered: { call, accountId, requestId, status: 200, code: null, message: null },
    };
  } catch (error) {
    const known = error instanceof Fault ? error : fault('InternalError', { Details: describe(error) });
    const reply = errorReply(call, known, requestId);
    return {
      reply,
      answered: {
        call,
        accountId,
        requestId,
        status: reply.status,
        code: known.code,
        message: known.message,
      },
    };
  }
};

const authenticate = (
  call: Call,
  request: HttpRequest | undefined,
  { secret }: Caller,
  surroundings: Surroundings,
): void => {
  if (surroundings.authenticate === undefined || request === undefined) return;
  if (secret === undefined) throw fault('InvalidAccessKeyId.NotFound', { AccessKeyId: call.accessKeyId });
  surroundings.authenticate(request, call, secret);
};

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const findProduct = (call: Call): Product => {
  const product = productOfVersion(call.version);
  if (product !== undefined) return product;
  const known = products.map(({ name, version }) => `${name} ${version}`).join(', ');
  throw fault('InvalidVersion', { Version: call.version, Known: known });
};

/**
 * Runs the operation wholly or not at all. With DryRun it runs as well, so that every check is made, and
 * is then taken back.
 */
const perform = (
  operation: AnyOperation,
  request: Record<string, unknown>,
  context: Context,
  state: State,
): unknown =>
  state.transaction(() => {
    const body = performOnce(operation, request, context, state);
    if (request['dryRun'] === true) throw fault('DryRunOperation');
    return body;
  });

/**
 * Lets the changes of status happen that are due, those included that a change itself brings about.
 * Each runs wholly or not at all.
 */
export const runDueTransitions = (surroundings: Surroundings): void => {
  const { state, clock } = surroundings;
  const now = clock.now();
  for (let tasks = state.scheduler.takeDue(now); tasks.length > 0; tasks = state.scheduler.takeDue(now)) {
    for (const { kind, target, dueAt } of tasks) {
      transitions[kind]?.(target, new ChangeContext(dueAt, surroundings));
    }
  }
};
