import { accountIdOfKey } from './state/ids.ts';
import type { State } from './state/state.ts';
import type { Call } from './wire/call.ts';
import { fault } from './wire/fault.ts';
import type { HttpRequest } from './wire/http-call.ts';

export interface DeclaredAccount {
  /** 16 digits. */
  readonly id: string;
  readonly accessKeyId: string;
  /** Needed where signatures are verified. */
  readonly accessKeySecret?: string;
}

/**
 * Checks that a call was signed with the secret of its access key. The stand-alone server's
 * `--auth strict` has one; with none, every key is taken.
 * @throws Fault SignatureDoesNotMatch and its kin
 */
export type Authenticate = (request: HttpRequest, call: Call, secret: string) => void;

/** Who calls. */
export interface Caller {
  readonly accountId: string;
  /** Undefined for a key that nobody declared. */
  readonly secret: string | undefined;
}

/** Whose an access key is: of a role session, of a declared account, or an account of its own. */
export class Callers {
  readonly #declared: ReadonlyMap<string, DeclaredAccount>;
  readonly #accountIds: ReadonlySet<string>;
  readonly #strict: boolean;

  /** @param strict keys and roles of accounts that are not declared do not exist */
  constructor(accounts: readonly DeclaredAccount[], strict: boolean) {
    this.#declared = new Map(accounts.map((account) => [account.accessKeyId, account]));
    this.#accountIds = new Set(accounts.map(({ id }) => id));
    this.#strict = strict;
  }

  /** Whether there is such an account; without strictness there is every one. */
  hasAccount(accountId: string): boolean {
    return !this.#strict || this.#accountIds.has(accountId);
  }

  /**
   * The account that a call is made for.
   * @param now milliseconds on the emulator's clock, for the end of role sessions
   * @throws Fault MissingParameter, InvalidAccessKeyId.NotFound, InvalidSecurityToken.Expired, .Malformed
   */
  identify(
    { accessKeyId, securityToken }: Pick<Call, 'accessKeyId' | 'securityToken'>,
    state: State,
    now: number,
  ): Caller {
    if (accessKeyId === '') throw fault('MissingParameter', { Parameter: 'AccessKeyId' });
    const session = state.tables.roleSessions.get(accessKeyId);
    if (session !== undefined) {
      if (securityToken === '') throw fault('MissingParameter', { Parameter: 'SecurityToken' });
      if (securityToken !== session.securityToken) throw fault('InvalidSecurityToken.Malformed');
      if (now >= session.expiresAt) throw fault('InvalidSecurityToken.Expired');
      return { accountId: session.accountId, secret: session.accessKeySecret };
    }
    return this.ofKey(accessKeyId);
  }

  /** The account of a key that is no role session's. @throws Fault InvalidAccessKeyId.NotFound */
  ofKey(accessKeyId: string): Caller {
    const account = this.#declared.get(accessKeyId);
    if (account !== undefined) return { accountId: account.id, secret: account.accessKeySecret };
    if (this.#strict) throw fault('InvalidAccessKeyId.NotFound', { AccessKeyId: accessKeyId });
    return { accountId: accountIdOfKey(accessKeyId), secret: undefined };
  }
}
