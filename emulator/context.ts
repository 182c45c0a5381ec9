import type { Operation, EcsModels, StsModels, VpcModels } from './wire/operation.ts';
import type { QuotaName } from './state/quotas.ts';
import type { Tables } from './state/tables.ts';
import type { RuleId } from './rules/index.ts';

/** The account and the region that a call is made in. */
export interface Scope {
  readonly accountId: string;
  readonly regionId: string;
}

/** What a command wrote and how it ended. */
export interface CommandResult {
  readonly output: string;
  readonly exitCode: number;
}

/** What a change of status that falls due may use. */
export interface TransitionContext {
  readonly tables: Tables;
  /** Milliseconds. */
  readonly now: number;
  /**
   * Has a change of status happen later (see transitions.ts).
   * @param milliseconds lifelike duration; at the default pace it is over when the next call comes
   * @param kind name of the transition
   * @param target id of the row that changes
   */
  schedule(milliseconds: number, kind: string, target: string): void;
  /** Has something happen at a time on the clock (milliseconds), whatever the pace. */
  scheduleAt(time: number, kind: string, target: string): void;
  /** A new id in a region, e.g. newIdIn("cn-hangzhou", "s") → "s-bp1…". */
  newIdIn(regionId: string, prefix: string): string;
  /** What a Cloud Assistant command of this text comes to. */
  commandResult(content: string): CommandResult;
  /** Context of a call that the cloud itself makes for an account, such as an auto provisioning group's RunInstances. */
  onBehalfOf(scope: Scope, action: string): Context;
  /** Carries out `change` wholly or not at all; what it throws goes on. The rest of the call or change stands. */
  attempt<T>(change: () => T): T;
}

/** What an operation may use: who calls, where, the state, the time, and the rules in force. */
export interface Context extends TransitionContext, Scope {
  readonly action: string;
  /** Host that was called; endpoints in replies point back at it. */
  readonly host: string;
  readonly accessKeyId: string;
  /** The same call's context in another region. */
  inRegion(regionId: string): Context;
  /** Whether there is such an account; where none are declared, there is every one. */
  hasAccount(accountId: string): boolean;
  /** The account's limit by name. */
  quota(name: QuotaName): number;
  /** A quota of another account: the owner's counts, whoever calls. */
  quotaOf(accountId: string, name: QuotaName): number;
  /** Whether a documented rule is in force; all are, unless a test switched one off. */
  enforces(rule: RuleId): boolean;
  /** A new id in this region, e.g. newId("i") → "i-bp1…". */
  newId(prefix: string): string;
  /** Random letters and digits from the emulator's seed. */
  randomText(length: number): string;
  /** A UUID in capitals. */
  randomUuid(): string;
  /** A whole number from 0 to below `limit`. */
  randomInteger(limit: number): number;
}

export type EcsOperation<Action extends keyof EcsModels> = Operation<EcsModels[Action], Context>;
export type VpcOperation<Action extends keyof VpcModels> = Operation<VpcModels[Action], Context>;
export type StsOperation<Action extends keyof StsModels> = Operation<StsModels[Action], Context>;

/** Status changes by name: what happens to the row when the time has come. */
export type Transitions = Readonly<Record<string, (target: string, context: TransitionContext) => void>>;
