import { defaultRegionId, findRegion } from './catalog/regions.ts';
import type { CommandResult, Context, Scope, TransitionContext } from './context.ts';
import type { Surroundings } from './dispatch.ts';
import type { RuleId } from './rules/index.ts';
import type { QuotaName } from './state/quotas.ts';
import type { Tables } from './state/tables.ts';
import type { Call } from './wire/call.ts';
import { fault } from './wire/fault.ts';
import { kmsVersion } from './wire/kms-shapes.ts';

/**
 * What a change of status that falls due may use. A class, as that of a call is, since an object of so many functions
 * for each change or call would cost more than most of them do.
 */
export class ChangeContext implements TransitionContext {
  readonly tables: Tables;
  readonly now: number;
  protected readonly surroundings: Surroundings;

  /** @param now when the change falls due, or the call comes; milliseconds */
  constructor(now: number, surroundings: Surroundings) {
    this.tables = surroundings.state.tables;
    this.now = now;
    this.surroundings = surroundings;
  }

  schedule(milliseconds: number, kind: string, target: string): void {
    const { state, pace } = this.surroundings;
    state.schedule(pace === 'immediate' ? this.now : this.now + milliseconds, kind, target);
  }

  scheduleAt(time: number, kind: string, target: string): void {
    this.surroundings.state.schedule(time, kind, target);
  }

  newIdIn(regionId: string, prefix: string): string {
    return this.surroundings.state.ids.resource(prefix, findRegion(regionId)?.idCode ?? '000');
  }

  commandResult(content: string): CommandResult {
    return this.surroundings.commandResult(content);
  }

  onBehalfOf({ accountId, regionId }: Scope, action: string): Context {
    const call: Call = {
      version: '',
      action,
      parameters: new Map(),
      accessKeyId: '',
      securityToken: '',
      format: 'JSON',
      host: '',
    };
    return new CallContext(call, accountId, this.now, this.surroundings, regionId);
  }

  attempt<T>(change: () => T): T {
    return this.surroundings.state.transaction(change);
  }
}

/** The context of one call. */
export class CallContext extends ChangeContext implements Context {
  readonly action: string;
  readonly host: string;
  readonly accessKeyId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly #call: Call;

  /** @throws Fault InvalidRegionId.NotFound where the region is the call's, and there is none */
  constructor(
    call: Call,
    accountId: string,
    now: number,
    surroundings: Surroundings,
    regionId: string = regionOf(call),
  ) {
    super(now, surroundings);
    this.action = call.action;
    this.host = call.host;
    this.accessKeyId = call.accessKeyId;
    this.accountId = accountId;
    this.regionId = regionId;
    this.#call = call;
  }

  inRegion(regionId: string): Context {
    return new CallContext(this.#call, this.accountId, this.now, this.surroundings, regionId);
  }

  hasAccount(accountId: string): boolean {
    return this.surroundings.callers.hasAccount(accountId);
  }

  quota(name: QuotaName): number {
    return this.surroundings.state.quota(this.accountId, name);
  }

  quotaOf(accountId: string, name: QuotaName): number {
    return this.surroundings.state.quota(accountId, name);
  }

  enforces(rule: RuleId): boolean {
    return !this.surroundings.withoutRules.has(rule);
  }

  newId(prefix: string): string {
    return this.newIdIn(this.regionId, prefix);
  }

  randomText(length: number): string {
    return this.surroundings.state.ids.text(length);
  }

  randomUuid(): string {
    return this.surroundings.state.ids.uuid();
  }

  randomInteger(limit: number): number {
    return Math.floor(this.surroundings.state.ids.random() * limit);
  }
}

/** "ecs.cn-beijing.aliyuncs.com", "ecs-cn-hangzhou.aliyuncs.com", "vpc.eu-central-1.aliyuncs.com". */
const regionalHost = /^[a-z]+[.-]((?:[a-z]+-)+[a-z0-9]+)\.aliyuncs\.com/;

/**
 * What the request says; "" where it says nothing. KMS's region is its endpoint's alone: of its actions only those of tags
 * have a RegionId, so that the provider's reading of a key would otherwise look for the key and for its tags in two regions.
 */
const namedRegion = ({ parameters, version }: Call): string => {
  if (version === kmsVersion) return '';
  // A few old actions write it with a small letter, e.g. CreateAutoSnapshotPolicy.
  return parameters.get('RegionId') ?? parameters.get('regionId') ?? '';
};

/** The region named by the request, or by a regional host. @throws Fault InvalidRegionId.NotFound */
const regionOf = (call: Call): string => {
  const named = namedRegion(call);
  if (named !== '') {
    if (findRegion(named) === undefined) throw fault('InvalidRegionId.NotFound', { RegionId: named });
    return named;
  }
  const fromHost = regionalHost.exec(call.host)?.[1];
  return fromHost !== undefined && findRegion(fromHost) !== undefined ? fromHost : defaultRegionId;
};
