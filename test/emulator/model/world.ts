import { createEmulator, ManualClock } from '../../../emulator/index.ts';
import type { Emulator } from '../../../emulator/index.ts';
import { Answer } from '../api-client.ts';
import { actors } from './reference.ts';
import type { Actor, Limits } from './reference.ts';

/** What an action answered: "ok" or the error's code. */
export interface Outcome {
  readonly code: string;
  readonly answer: Answer;
}

export const publicImageId = 'ubuntu_22_04_x64_20G_alibase_20241016.vhd';
const zoneId = 'cn-hangzhou-h';

/** The emulator with three accounts, each with a network. Calls go straight in, with no transport. */
export class World {
  readonly emulator: Emulator;
  readonly accountIds: Readonly<Record<Actor, string>>;
  readonly #vswitches = new Map<Actor, string>();
  readonly #vpcs = new Map<Actor, string>();

  constructor(limits: Limits) {
    this.emulator = createEmulator({
      clock: new ManualClock(),
      quotas: { imageShareAccounts: limits.shares, imagesPerRegion: limits.images },
    });
    const ids = actors.map((actor) => [actor, this.emulator.accountIdOf(actor)]);
    this.accountIds = Object.fromEntries(ids) as Record<Actor, string>;
    for (const actor of actors) this.#makeNetwork(actor);
  }

  #makeNetwork(actor: Actor): void {
    const vpcId = this.must(actor, 'CreateVpc', { CidrBlock: '172.16.0.0/12' }, '2016-04-28').text('VpcId');
    const place = { VpcId: vpcId, ZoneId: zoneId, CidrBlock: '172.16.0.0/16' };
    this.#vpcs.set(actor, vpcId);
    this.#vswitches.set(actor, this.must(actor, 'CreateVSwitch', place, '2016-04-28').text('VSwitchId'));
  }

  vpcOf(actor: Actor): string {
    return this.#vpcs.get(actor) ?? '';
  }

  vswitchOf(actor: Actor): string {
    return this.#vswitches.get(actor) ?? '';
  }

  call(
    actor: Actor,
    action: string,
    parameters: Readonly<Record<string, string>>,
    version = '2014-05-26',
  ): Outcome {
    const reply = this.emulator.dispatch({
      action,
      version,
      parameters: new Map(Object.entries({ RegionId: 'cn-hangzhou', ...parameters })),
      accessKeyId: actor,
      securityToken: '',
      format: 'JSON',
      host: 'ecs.cn-hangzhou.aliyuncs.com',
    });
    const answer = new Answer(JSON.parse(reply.body));
    return { code: reply.status === 200 ? 'ok' : answer.text('Code'), answer };
  }

  /** @throws Error where the call is refused */
  must(actor: Actor, action: string, parameters: Readonly<Record<string, string>>, version?: string): Answer {
    const { code, answer } = this.call(actor, action, parameters, version);
    if (code !== 'ok') throw new Error(`${action} by ${actor}: ${JSON.stringify(answer.body)}`);
    return answer;
  }

  /** All ids of a Describe action, over its pages. */
  list(actor: Actor, action: string, parameters: Readonly<Record<string, string>>, path: string): Answer[] {
    const all: Answer[] = [];
    for (let number = 1; ; number++) {
      const page = { ...parameters, PageSize: '50', PageNumber: String(number) };
      const items = this.must(actor, action, page).list(path);
      all.push(...items);
      if (items.length < 50) return all;
    }
  }
}
