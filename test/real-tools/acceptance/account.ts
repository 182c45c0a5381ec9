/** What the provider's developers have in the account that they test with, and many of their configurations look for. */
import { regions } from '../../../emulator/catalog/regions.ts';
import type { Emulator } from '../../../emulator/index.ts';
import { Account, sendDirectly } from '../../emulator/api-client.ts';

/** Access key of the account that the tests are run in. */
export const accessKey = 'acceptance';

/**
 * Fills the account: a second resource group, and a VPC "default-NODELETING" with a VSwitch in each zone of a region. The
 * VSwitches are at the end of the range: configurations add their own at its beginning.
 */
export const fillAccount = async (emulator: Emulator, regionId: string): Promise<void> => {
  const account = new Account(sendDirectly(emulator), accessKey, regionId);
  await account.call(
    'CreateResourceGroup',
    { Name: 'terraform', DisplayName: 'terraform' },
    'ResourceManager',
  );
  const vpc = await account.call(
    'CreateVpc',
    { VpcName: 'default-NODELETING', CidrBlock: '172.16.0.0/12' },
    'Vpc',
  );
  const zones = regions.find((region) => region.regionId === regionId)?.zones ?? [];
  for (const [index, { zoneId }] of zones.entries()) {
    const place = { VpcId: vpc.text('VpcId'), ZoneId: zoneId, CidrBlock: `172.31.${224 + index}.0/24` };
    await account.call('CreateVSwitch', { ...place, VSwitchName: `default-${zoneId}` }, 'Vpc');
  }
};
