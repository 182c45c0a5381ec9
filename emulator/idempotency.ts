import type { Context, Transitions } from './context.ts';
import type { AnyOperation } from './operations.ts';
import type { State } from './state/state.ts';
import { fault } from './wire/fault.ts';

/** How long a ClientToken is remembered (API reference, "How to ensure idempotence": 24 hours). */
const lifetime = 24 * 60 * 60_000;

const expiry = 'client-token.expired';

/** ClientTokens are forgotten when their time is over. */
export const clientTokenTransitions: Transitions = {
  [expiry]: (id, { tables }) => tables.clientTokens.delete(id),
};

const readsOnly = /^(?:Describe|List|Get|Query)/;

/** ASCII, at most 64 characters (API reference, ClientToken). */
const clientTokenForm = /^[\x20-\x7e]{1,64}$/;

/**
 * Carries a call out once for each ClientToken: the same call again gets the first one's answer and
 * changes nothing. A call that failed, or was a DryRun, may be made again.
 * @param operation carries the call out
 * @throws Fault IdempotentParameterMismatch, InvalidClientToken.ValueNotSupported
 */
export const performOnce = (
  operation: AnyOperation,
  request: Readonly<Record<string, unknown>>,
  context: Context,
  state: State,
): unknown => {
  const token = request['clientToken'];
  if (
    typeof token !== 'string' ||
    token === '' ||
    request['dryRun'] === true ||
    readsOnly.test(context.action)
  ) {
    return operation(request as never, context);
  }
  const rest = { ...request, clientToken: undefined };
  if (!clientTokenForm.test(token)) throw fault('InvalidClientToken.ValueNotSupported');
  const { accountId, regionId, action, now } = context;
  const id = `${accountId}/${regionId}/${action}/${token}`;
  const requestDigest = digest(canonicalJson(rest));
  const earlier = state.tables.clientTokens.get(id);
  if (earlier !== undefined) {
    if (earlier.requestDigest !== requestDigest) {
      throw fault('IdempotentParameterMismatch', { ClientToken: token });
    }
    return earlier.body;
  }
  const body = operation(request as never, context);
  state.tables.clientTokens.insert({ id, accountId, regionId, requestDigest, body });
  // On the clock, whatever the pace: a day is a day.
  state.schedule(now + lifetime, expiry, id);
  return body;
};

/** JSON with the members in alphabetical order, so that the order of parameters does not count. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );

/** 64 bits in two halves (FNV-1a and a second, differently mixed one); not against malice, only to compare. */
const digest = (text: string): string => {
  let first = 0x811c9dc5;
  let second = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x5f356495);
    second ^= second >>> 15;
  }
  return `${text.length}-${(first >>> 0).toString(16)}-${(second >>> 0).toString(16)}`;
};
