import { defaultRegionId, findRegion } from './catalog/regions.ts';
import type { CommandResult, Context, Scope } from './context.ts';
import type { Surroundings } from './dispatch.ts';
import type { RuleId } from './rules/index.ts';
import type { QuotaName } from './state/quotas.ts';
import type { State } from './state/state.ts';
import type { Tables } from './state/tables.ts';
import type { Call } from './wire/call.ts';
import { fault } from './wire/fault.ts';

/** The context of one call. A class, since an object of a dozen functions for each call would cost more. */
export class CallContext implements Context {
  readonly action: string;
  readonly host: string;
  readonly accessKeyId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly tables: Tables;
  readonly now: number;
  readonly #call: Call;
  readonly #surroundings: Surroundings;

  /** @throws Fault InvalidRegionId.NotFound where the region is the call's, and there is none */
  constructor(
    call: Call,
    accountId: string,
    now: number,
    surroundings: Surroundings,
    regionId: string = regionOf(call),
  ) {
    this.action = call.action;
    this.host = call.host;
    this.accessKeyId = call.accessKeyId;
    this.accountId = accountId;
    this.regionId = regionId;
    this.tables = surroundings.state.tables;
    this.now = now;
    this.#call = call;
    this.#surroundings = surroundings;
  }

  inRegion(regionId: string): Context {
    return new CallContext(this.#call, this.accountId, this.now, this.#surroundings, regionId);
  }

  onBehalfOf(scope: Scope, action: string): Context {
    return contextOnBehalfOf(scope, action, this.now, this.#surroundings);
  }

  attempt<T>(change: () => T): T {
    return this.#surroundings.state.transaction(change);
  }

  schedule(milliseconds: number, kind: string, target: string): void {
    scheduleAt(this.#surroundings, this.now, milliseconds, kind, target);
  }

  scheduleAt(time: number, kind: string, target: string): void {
    this.#surroundings.state.schedule(time, kind, target);
  }

  hasAccount(accountId: string): boolean {
    return this.#surroundings.callers.hasAccount(accountId);
  }

  quota(name: QuotaName): number {
    return this.#surroundings.state.quota(this.accountId, name);
  }

  quotaOf(accountId: string, name: QuotaName): number {
    return this.#surroundings.state.quota(accountId, name);
  }

  enforces(rule: RuleId): boolean {
    return !this.#surroundings.withoutRules.has(rule);
  }

  commandResult(content: string): CommandResult {
    return this.#surroundings.commandResult(content);
  }

  newIdIn(regionId: string, prefix: string): string {
    return newIdIn(this.#surroundings.state, regionId, prefix);
  }

  newId(prefix: string): string {
    return newIdIn(this.#surroundings.state, this.regionId, prefix);
  }

  randomText(length: number): string {
    return this.#surroundings.state.ids.text(length);
  }

  randomUuid(): string {
    return this.#surroundings.state.ids.uuid();
  }

  randomInteger(limit: number): number {
    return Math.floor(this.#surroundings.state.ids.random() * limit);
  }
}

/** Context of a call that no client made: the cloud makes it for an account. */
export const contextOnBehalfOf = (
  { accountId, regionId }: Scope,
  action: string,
  now: number,
  surroundings: Surroundings,
): Context => {
  const call: Call = {
    version: '',
    action,
    parameters: new Map(),
    accessKeyId: '',
    securityToken: '',
    format: 'JSON',
    host: '',
  };
  return new CallContext(call, accountId, now, surroundings, regionId);
};

/** A new id in a region. */
export const newIdIn = (state: State, regionId: string, prefix: string): string =>
  state.ids.resource(prefix, findRegion(regionId)?.idCode ?? '000');

/** Has a change of status happen: now, or after its lifelike time. */
export const scheduleAt = (
  { state, pace }: Surroundings,
  now: number,
  milliseconds: number,
  kind: string,
  target: string,
): void => state.schedule(pace === 'immediate' ? now : now + milliseconds, kind, target);

/** "ecs.cn-beijing.aliyuncs.com", "ecs-cn-hangzhou.aliyuncs.com", "vpc.eu-central-1.aliyuncs.com". */
const regionalHost = /^[a-z]+[.-]((?:[a-z]+-)+[a-z0-9]+)\.aliyuncs\.com/;

/** The region named by the request, or by a regional host. @throws Fault InvalidRegionId.NotFound */
const regionOf = (call: Call): string => {
  // A few old actions write it with a small letter, e.g. CreateAutoSnapshotPolicy.
  const named = call.parameters.get('RegionId') ?? call.parameters.get('regionId') ?? '';
  if (named !== '') {
    if (findRegion(named) === undefined) throw fault('InvalidRegionId.NotFound', { RegionId: named });
    return named;
  }
  const fromHost = regionalHost.exec(call.host)?.[1];
  return fromHost !== undefined && findRegion(fromHost) !== undefined ? fromHost : defaultRegionId;
};
