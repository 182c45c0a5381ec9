import type { Account, Parameters } from '../api-client.ts';

/** A VPC of the account. @returns its id */
export const createVpc = async (account: Account, parameters: Parameters = {}): Promise<string> =>
  (await account.call('CreateVpc', parameters, 'Vpc')).text('VpcId');

/** A VSwitch in cn-hangzhou-h unless another zone is given. @returns its id */
export const createVSwitch = async (
  account: Account,
  vpcId: string,
  cidrBlock: string,
  parameters: Parameters = {},
): Promise<string> => {
  const request = { VpcId: vpcId, ZoneId: 'cn-hangzhou-h', CidrBlock: cidrBlock, ...parameters };
  return (await account.call('CreateVSwitch', request, 'Vpc')).text('VSwitchId');
};

/** Ids of what a Describe action lists. */
export const listIds = async (
  account: Account,
  action: 'DescribeVpcs' | 'DescribeVSwitches',
  parameters: Parameters = {},
): Promise<string[]> => {
  const answer = await account.call(action, parameters, 'Vpc');
  return action === 'DescribeVpcs'
    ? answer.list('Vpcs.Vpc').map((vpc) => vpc.text('VpcId'))
    : answer.list('VSwitches.VSwitch').map((vswitch) => vswitch.text('VSwitchId'));
};
