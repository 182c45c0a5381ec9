import { alimockForm, form, motoForm, motoHeaders, post } from './requests.ts';
import type { Parameters } from './requests.ts';
import type { LoadRequest } from './load.ts';

/** What a load on alimock needs to know of an account: its network, an image of its own, an instance. */
export interface AlimockWorld {
  readonly account: string;
  readonly launch: Parameters;
  readonly imageId: string;
  readonly instanceId: string;
}

/** The same for moto, in one of its regions. */
export interface MotoWorld {
  readonly region: string;
  readonly launch: Parameters;
  readonly imageId: string;
  readonly instanceId: string;
}

const textAt = (body: string, expression: RegExp): string => {
  const found = expression.exec(body)?.[1];
  if (found === undefined) throw new Error(`${String(expression)} is not in ${body.slice(0, 500)}`);
  return found;
};

/**
 * Makes an account with a network, an image and so many instances.
 * @param account its access key
 * @param instances a multiple of 100
 */
export const makeAlimockWorld = async (
  port: number,
  account: string,
  instances: number,
): Promise<AlimockWorld> => {
  const ecs = (parameters: Parameters): Promise<string> => post(port, alimockForm(account, parameters));
  const vpc = (parameters: Parameters): Promise<string> =>
    post(port, alimockForm(account, parameters, 'Vpc'));
  const vpcId = textAt(await vpc({ Action: 'CreateVpc' }), /"VpcId":"([^"]+)"/);
  const vswitch = await vpc({
    Action: 'CreateVSwitch',
    VpcId: vpcId,
    ZoneId: 'cn-hangzhou-h',
    CidrBlock: '172.16.0.0/16',
  });
  const group = await ecs({ Action: 'CreateSecurityGroup', VpcId: vpcId });
  const image = await ecs({
    Action: 'CreateImage',
    'DiskDeviceMapping.1.DiskType': 'system',
    'DiskDeviceMapping.1.Size': '40',
  });
  const imageId = textAt(image, /"ImageId":"([^"]+)"/);
  const launch = {
    Action: 'RunInstances',
    ImageId: imageId,
    InstanceType: 'ecs.g6.large',
    VSwitchId: textAt(vswitch, /"VSwitchId":"([^"]+)"/),
    SecurityGroupId: textAt(group, /"SecurityGroupId":"([^"]+)"/),
  };
  let instanceId = '';
  for (let made = 0; made < instances; made += 100) {
    instanceId = textAt(await ecs({ ...launch, Amount: '100' }), /"InstanceIdSet":\["([^"]+)"/);
  }
  return { account, launch, imageId, instanceId };
};

/** @param instances made 100 at a time */
export const makeMotoWorld = async (port: number, region: string, instances: number): Promise<MotoWorld> => {
  const call = (parameters: Parameters): Promise<string> =>
    post(port, motoForm(parameters), motoHeaders(region));
  const image = await call({ Action: 'DescribeImages', MaxResults: '5' });
  const imageId = textAt(image, /<imageId>([^<]+)</);
  const launch = { Action: 'RunInstances', ImageId: imageId, InstanceType: 'm5.large', MinCount: '1' };
  let instanceId = '';
  for (let made = 0; made < instances; made += 100) {
    const run = await call({ ...launch, MaxCount: '100', MinCount: '100' });
    instanceId = textAt(run, /<instanceId>([^<]+)</);
  }
  return { region, launch: { ...launch, MaxCount: '1' }, imageId, instanceId };
};

/** A request of an account to alimock. */
export const toAlimock = (
  account: string,
  parameters: Parameters,
  product: 'Ecs' | 'Vpc' = 'Ecs',
): LoadRequest => ({
  body: alimockForm(account, parameters, product),
  headers: { 'content-type': form },
});

/** A request to moto, in a region. */
export const toMoto = (region: string, parameters: Parameters): LoadRequest => ({
  body: motoForm(parameters),
  headers: motoHeaders(region),
});
