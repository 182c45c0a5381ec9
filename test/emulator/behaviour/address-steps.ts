import type { Account, Parameters } from '../api-client.ts';
import { makeNetwork } from './instance-steps.ts';
import type { Network } from './instance-steps.ts';

/** An elastic IP address. @returns its id and the address */
export const allocateEip = async (
  account: Account,
  parameters: Parameters = {},
): Promise<{ id: string; address: string }> => {
  const answer = await account.call('AllocateEipAddress', parameters, 'Vpc');
  return { id: answer.text('AllocationId'), address: answer.text('EipAddress') };
};

/** An address as DescribeEipAddresses has it. */
export const describeEip = async (account: Account, id: string): Promise<unknown> =>
  (await account.call('DescribeEipAddresses', { AllocationId: id }, 'Vpc')).at('EipAddresses.EipAddress.0');

/** Binds an address. */
export const associateEip = async (
  account: Account,
  id: string,
  instanceId: string,
  parameters: Parameters = {},
): Promise<void> => {
  await account.call(
    'AssociateEipAddress',
    { AllocationId: id, InstanceId: instanceId, ...parameters },
    'Vpc',
  );
};

export interface Gateway extends Network {
  readonly id: string;
  readonly snatTableId: string;
  readonly forwardTableId: string;
}

/** A NAT gateway in a network of its own. */
export const createGateway = async (account: Account, parameters: Parameters = {}): Promise<Gateway> => {
  const network = await makeNetwork(account);
  const request = { VpcId: network.vpcId, VSwitchId: network.vswitchId, ...parameters };
  const answer = await account.call('CreateNatGateway', request, 'Vpc');
  return {
    ...network,
    id: answer.text('NatGatewayId'),
    snatTableId: answer.text('SnatTableIds.SnatTableId.0'),
    forwardTableId: answer.text('ForwardTableIds.ForwardTableId.0'),
  };
};

/** A NAT gateway with an address that is bound to it. */
export const createPublicGateway = async (
  account: Account,
): Promise<Gateway & { address: string; eipId: string }> => {
  const gateway = await createGateway(account);
  const eip = await allocateEip(account);
  await associateEip(account, eip.id, gateway.id, { InstanceType: 'Nat' });
  return { ...gateway, address: eip.address, eipId: eip.id };
};
