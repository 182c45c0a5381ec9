import { expect, test } from './fixtures.ts';
import type { Account, Parameters } from '../api-client.ts';

const refused = (code: string, status: number) => ({ code, status });

const create = async (account: Account, more: Parameters = {}): Promise<string> =>
  (
    await account.call('CreatePrefixList', {
      PrefixListName: 'offices',
      AddressFamily: 'IPv4',
      MaxEntries: 2,
      Entry: [{ Cidr: '192.168.0.0/24', Description: 'north' }],
      ...more,
    })
  ).text('PrefixListId');

const lists = async (account: Account, more: Parameters = {}) =>
  (await account.call('DescribePrefixLists', more)).list('PrefixLists.PrefixList');

test('a prefix list has what was asked for', async ({ owner, other }) => {
  const id = await create(owner, { Description: 'all of them' });
  expect(id).toMatch(/^pl-bp1[a-z0-9]{17}$/);
  const attributes = await owner.call('DescribePrefixListAttributes', { PrefixListId: id });
  expect(attributes.body).toMatchObject({
    PrefixListId: id,
    PrefixListName: 'offices',
    Description: 'all of them',
    AddressFamily: 'IPv4',
    MaxEntries: 2,
    Entries: { Entry: [{ Cidr: '192.168.0.0/24', Description: 'north' }] },
  });
  await expect(other.call('DescribePrefixListAttributes', { PrefixListId: id })).rejects.toMatchObject(
    refused('InvalidPrefixListId.NotFound', 404),
  );
});

test('refuses names, families and entries that there are not', async ({ owner, emulator }) => {
  const cases: [Parameters, string, number][] = [
    [{ PrefixListName: 'aliyun-offices' }, 'InvalidParameter.PrefixListName', 400],
    [{ AddressFamily: 'IPX' }, 'InvalidParameter.AddressFamily', 400],
    [{ MaxEntries: 201 }, 'InvalidParameter', 400],
    [{ Entry: [{ Cidr: '2001:db8::/32' }] }, 'InvalidParameter.CidrMalformed', 400],
    [{ Entry: [{ Cidr: '10.0.0.0/8' }, { Cidr: '10.0.0.0/8' }] }, 'InvalidParameter.CidrDuplicated', 400],
    [
      { Entry: [{ Cidr: '10.0.0.0/8' }, { Cidr: '11.0.0.0/8' }, { Cidr: '12.0.0.0/8' }] },
      'LimitExceed.MaxEntries',
      400,
    ],
  ];
  for (const [parameters, code, status] of cases) {
    await expect(create(owner, parameters)).rejects.toMatchObject(refused(code, status));
  }
  await create(owner, { AddressFamily: 'IPv6', Entry: [{ Cidr: '2001:db8::/32' }] });
  emulator.setQuota(await owner.id(), 'prefixListsPerRegion', 1);
  await expect(create(owner)).rejects.toMatchObject(refused('LimitExceed.PrefixListPerRegion', 404));
});

test('entries are added and taken away in one call', async ({ owner }) => {
  const id = await create(owner);
  const named = { PrefixListId: id };
  await owner.call('ModifyPrefixList', {
    ...named,
    PrefixListName: 'renamed',
    RemoveEntry: [{ Cidr: '192.168.0.0/24' }],
    AddEntry: [{ Cidr: '192.168.0.0/24', Description: 'south' }, { Cidr: '10.0.0.0/8' }],
  });
  const attributes = await owner.call('DescribePrefixListAttributes', named);
  expect(attributes.at('Entries.Entry')).toEqual([
    { Cidr: '192.168.0.0/24', Description: 'south' },
    { Cidr: '10.0.0.0/8', Description: '' },
  ]);
  await expect(
    owner.call('ModifyPrefixList', { ...named, AddEntry: [{ Cidr: '11.0.0.0/8' }] }),
  ).rejects.toMatchObject(refused('LimitExceed.MaxEntries', 400));
  await expect(
    owner.call('ModifyPrefixList', { PrefixListId: 'pl-none', PrefixListName: 'renamed' }),
  ).rejects.toMatchObject(refused('InvalidPrefixListId.NotFound', 404));
});

test('security group rules name a list, which then is not deleted', async ({ owner }) => {
  const id = await create(owner);
  const group = (await owner.call('CreateSecurityGroup')).text('SecurityGroupId');
  const rule = {
    SecurityGroupId: group,
    IpProtocol: 'tcp',
    PortRange: '22/22',
    NicType: 'intranet',
    SourcePrefixListId: id,
  };
  await expect(
    owner.call('AuthorizeSecurityGroup', { ...rule, SourcePrefixListId: 'pl-none' }),
  ).rejects.toMatchObject(refused('InvalidPrefixListId.NotFound', 404));
  await owner.call('AuthorizeSecurityGroup', rule);
  expect((await lists(owner))[0]?.at('AssociationCount')).toBe(1);
  const associations = await owner.call('DescribePrefixListAssociations', { PrefixListId: id });
  expect(associations.at('PrefixListAssociations.PrefixListAssociation')).toEqual([
    { ResourceId: group, ResourceType: 'securitygroup' },
  ]);
  await expect(owner.call('DeletePrefixList', { PrefixListId: id })).rejects.toMatchObject(
    refused('DependencyViolation', 403),
  );
  await owner.call('RevokeSecurityGroup', rule);
  await owner.call('DeletePrefixList', { PrefixListId: id });
  expect(await lists(owner)).toEqual([]);
});

test('lists by id, name and family, in pages', async ({ owner }) => {
  const first = await create(owner);
  const second = await create(owner, { PrefixListName: 'hosts', AddressFamily: 'IPv6', Entry: [] });
  const found = async (filter: Parameters): Promise<string[]> =>
    (await lists(owner, filter)).map((list) => list.text('PrefixListId'));
  expect(await found({})).toEqual([second, first]);
  expect(await found({ PrefixListId: [first] })).toEqual([first]);
  expect(await found({ PrefixListName: 'hosts' })).toEqual([second]);
  expect(await found({ AddressFamily: 'IPv4' })).toEqual([first]);
  const page = await owner.call('DescribePrefixLists', { MaxResults: 1 });
  expect(await found({ MaxResults: 1, NextToken: page.text('NextToken') })).toEqual([first]);
});
