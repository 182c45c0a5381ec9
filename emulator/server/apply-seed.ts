import type { Emulator } from '../emulator.ts';
import type { QuotaName } from '../state/quotas.ts';
import { accountIdOf, SeedFileError } from './seed-file.ts';
import type { Seed } from './seed-schema.ts';

type Values = Readonly<Record<string, string>>;

const ecs = '2014-05-26';
const vpc = '2016-04-28';

/**
 * Makes the accounts' quotas, VPCs, images and instances of a seed, by the API's own actions: what ECS
 * would refuse is refused here as well. The emulator's pace must be "immediate".
 * @param file for messages
 * @throws SeedFileError naming the entry and ECS's error
 */
export const applySeed = (seed: Seed, emulator: Emulator, file: string): void => {
  for (const account of seed.accounts) {
    for (const [name, value] of Object.entries(account.quotas)) {
      emulator.setQuota(accountIdOf(account), name as QuotaName, value);
    }
  }
  if (seed.commandOutputs.length > 0) emulator.setCommandOutputs(seed.commandOutputs);
  const maker = new Maker(seed, emulator, file);
  for (const entry of seed.vpcs) maker.vpc(entry);
  for (const entry of seed.images) maker.image(entry);
  for (const entry of seed.instances) maker.instance(entry);
};

class Maker {
  readonly #seed: Seed;
  readonly #emulator: Emulator;
  readonly #file: string;
  /** "account/region/kind/name" → id */
  readonly #ids = new Map<string, string>();

  constructor(seed: Seed, emulator: Emulator, file: string) {
    this.#seed = seed;
    this.#emulator = emulator;
    this.#file = file;
  }

  vpc(entry: Seed['vpcs'][number]): void {
    const made = this.#call(entry, `the VPC ${entry.name}`, vpc, 'CreateVpc', {
      VpcName: entry.name,
      CidrBlock: entry.cidr,
    });
    const vpcId = text(made, 'VpcId');
    for (const { name, zone, cidr } of entry.vswitches) {
      const vswitch = this.#call(entry, `the VSwitch ${name}`, vpc, 'CreateVSwitch', {
        VpcId: vpcId,
        VSwitchName: name,
        ZoneId: zone,
        CidrBlock: cidr,
      });
      this.#remember(entry, 'vswitch', name, text(vswitch, 'VSwitchId'));
    }
    for (const { name } of entry.securityGroups) {
      const group = this.#call(entry, `the security group ${name}`, ecs, 'CreateSecurityGroup', {
        VpcId: vpcId,
        SecurityGroupName: name,
      });
      this.#remember(entry, 'securityGroup', name, text(group, 'SecurityGroupId'));
    }
  }

  image(entry: Seed['images'][number]): void {
    const what = `the image ${entry.name}`;
    const made = this.#call(entry, what, ecs, 'CreateImage', {
      ImageName: entry.name,
      ...(entry.description === '' ? {} : { Description: entry.description }),
      Platform: entry.platform,
      Architecture: entry.architecture,
      'DiskDeviceMapping.1.DiskType': 'system',
      'DiskDeviceMapping.1.Size': String(entry.size),
    });
    const imageId = text(made, 'ImageId');
    this.#remember(entry, 'image', entry.name, imageId);
    const accounts = entry.shareWith.map((target) => this.#accountId(target));
    for (let at = 0; at < accounts.length; at += 10) {
      const added = accounts.slice(at, at + 10).map((id, place) => [`AddAccount.${place + 1}`, id] as const);
      this.#call(entry, what, ecs, 'ModifyImageSharePermission', {
        ImageId: imageId,
        ...Object.fromEntries(added),
      });
    }
  }

  instance(entry: Seed['instances'][number]): void {
    this.#call(entry, `the instance ${entry.name}`, ecs, 'RunInstances', {
      InstanceName: entry.name,
      InstanceType: entry.type,
      ImageId: this.#find(entry, 'image', entry.image),
      VSwitchId: this.#find(entry, 'vswitch', entry.vswitch),
      SecurityGroupId: this.#find(entry, 'securityGroup', entry.securityGroup),
      Amount: String(entry.count),
    });
  }

  #accountId(nameOrId: string): string {
    const account = this.#seed.accounts.find(({ name }) => name === nameOrId);
    return account === undefined ? nameOrId : accountIdOf(account);
  }

  #remember(entry: Place, kind: string, name: string, id: string): void {
    this.#ids.set(`${entry.account}/${entry.region}/${kind}/${name}`, id);
  }

  /** The id of what a name stands for: of the same account, or an image of another one; else an id. */
  #find(entry: Place, kind: string, name: string): string {
    const own = this.#ids.get(`${entry.account}/${entry.region}/${kind}/${name}`);
    if (own !== undefined || kind !== 'image') return own ?? name;
    const shared = this.#seed.images.find(
      (image) => image.name === name && image.region === entry.region && image.account !== entry.account,
    );
    return shared === undefined
      ? name
      : (this.#ids.get(`${shared.account}/${shared.region}/image/${name}`) ?? name);
  }

  #call(place: Place, what: string, version: string, action: string, parameters: Values): unknown {
    const account = this.#seed.accounts.find(({ name }) => name === place.account);
    const reply = this.#emulator.dispatch({
      version,
      action,
      parameters: new Map(Object.entries({ RegionId: place.region, ...parameters })),
      accessKeyId: account?.keys[0]?.id ?? '',
      securityToken: '',
      format: 'JSON',
      host: '',
    });
    const body: unknown = JSON.parse(reply.body);
    if (reply.status === 200) return body;
    throw new SeedFileError(
      `${this.#file}: ${what} cannot be made: ${action} answers ${text(body, 'Code')}: ${text(body, 'Message')}`,
    );
  }
}

interface Place {
  readonly account: string;
  readonly region: string;
}

const text = (body: unknown, name: string): string => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : '';
};
