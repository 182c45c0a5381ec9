import type { Context, VpcOperation } from '../context.ts';
import { equals, isOneOf, matchesAll } from '../ecs/filters.ts';
import { pageByToken } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { PublicIpAddressPool } from '../state/rows/vpc-options.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { addressCount, containsAddress, formatAddress, overlap, parseAddress, parseCidr } from './cidr.ts';
import type { CidrBlock } from './cidr.ts';
import { found } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Makes an empty pool. */
export const createPublicIpAddressPool: VpcOperation<'CreatePublicIpAddressPool'> = (request, context) => {
  const pool = context.tables.publicIpAddressPools.insert({
    ...newRow(context, 'pippool'),
    name: readText('Name', request.name) ?? '',
    description: readText('Description', request.description) ?? '',
    isp: request.isp ?? 'BGP',
    bizType: request.bizType ?? 'Default',
    securityProtectionTypes: request.securityProtectionTypes ?? [],
    zones: request.zones ?? [],
    cidrBlocks: [],
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
  });
  return {
    publicIpAddressPoolId: pool.id,
    // So misspelt in the API, and deprecated; the provider reads this one.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    pulbicIpAddressPoolId: pool.id,
    resourceGroupId: pool.resourceGroupId,
  };
};

/** @throws Fault ResourceNotFound.PublicIpAddressPool */
const requirePool = (context: Context, id: string): PublicIpAddressPool =>
  found(context.tables.publicIpAddressPools.getOwn(id, context), 'ResourceNotFound.PublicIpAddressPool', id);

/** Changes name and description. */
export const updatePublicIpAddressPoolAttribute: VpcOperation<'UpdatePublicIpAddressPoolAttribute'> = (
  request,
  context,
) => {
  const { id } = requirePool(context, request.publicIpAddressPoolId);
  context.tables.publicIpAddressPools.update(
    id,
    given({
      name: readText('Name', request.name),
      description: readText('Description', request.description),
    }),
  );
  return {};
};

/** Deletes a pool that is empty. */
export const deletePublicIpAddressPool: VpcOperation<'DeletePublicIpAddressPool'> = (request, context) => {
  const pool = requirePool(context, request.publicIpAddressPoolId);
  if (pool.cidrBlocks.length > 0) throw fault('DependencyViolation.CidrBlock', { Id: pool.id });
  context.tables.publicIpAddressPools.delete(pool.id);
  return {};
};

/** Public blocks that pools get, where none is named. */
const suppliedFrom = '47.118.0.0/16';

/** Puts a block of addresses into a pool: the one that is named, or one of the asked-for mask. */
export const addPublicIpAddressPoolCidrBlock: VpcOperation<'AddPublicIpAddressPoolCidrBlock'> = (
  request,
  context,
) => {
  const pool = requirePool(context, request.publicIpAddressPoolId);
  const { publicIpAddressPools } = context.tables;
  const taken = [...publicIpAddressPools.all()].flatMap(({ cidrBlocks }) =>
    cidrBlocks.flatMap(({ cidrBlock }) => parseCidr(cidrBlock) ?? []),
  );
  const isFree = (block: CidrBlock): boolean => !taken.some((other) => overlap(other, block));
  const cidrBlock = request.cidrBlock ?? suppliedBlock(request.cidrMask, isFree);
  const block = parseCidr(cidrBlock);
  if (block === undefined) {
    throw fault('InvalidParameter', { Parameter: 'CidrBlock', Reason: `${cidrBlock} is no CIDR block` });
  }
  if (!isFree(block))
    throw fault('InvalidCidrBlock.Overlapped', { CidrBlock: cidrBlock, Other: 'one of a pool' });
  publicIpAddressPools.update(pool.id, {
    cidrBlocks: [{ cidrBlock, createdAt: context.now }, ...pool.cidrBlocks],
  });
  return { cidrBlock };
};

/** Masks of 24 to 28 bits (API page AddPublicIpAddressPoolCidrBlock, CidrMask). @throws Fault InvalidParameter */
const suppliedBlock = (mask: number | undefined, isFree: (block: CidrBlock) => boolean): string => {
  const outer = parseCidr(suppliedFrom);
  if (mask === undefined || mask < 24 || mask > 28 || outer === undefined) {
    throw fault('InvalidParameter', { Parameter: 'CidrMask', Reason: 'it is from 24 to 28' });
  }
  let first = outer.first;
  while (!isFree({ first, mask })) first += addressCount({ first, mask });
  return `${formatAddress(first)}/${mask}`;
};

/** Takes a block from a pool of whose addresses none is allocated. */
export const deletePublicIpAddressPoolCidrBlock: VpcOperation<'DeletePublicIpAddressPoolCidrBlock'> = (
  request,
  context,
) => {
  const pool = requirePool(context, request.publicIpAddressPoolId);
  const { cidrBlock } = request;
  if (!pool.cidrBlocks.some((block) => block.cidrBlock === cidrBlock)) {
    throw fault('InvalidCidrBlock.NotFound', { VpcId: pool.id, CidrBlock: cidrBlock });
  }
  if (usedIn(context, cidrBlock) > 0) throw fault('DependencyViolation.EIPS', { Id: pool.id });
  context.tables.publicIpAddressPools.update(pool.id, {
    cidrBlocks: pool.cidrBlocks.filter((block) => block.cidrBlock !== cidrBlock),
  });
  return {};
};

/** Addresses of a block that are allocated. */
const usedIn = ({ tables }: Context, cidrBlock: string): number => {
  const block = parseCidr(cidrBlock);
  if (block === undefined) return 0;
  return [...tables.eips.all()].filter(({ ipAddress }) => {
    const address = parseAddress(ipAddress);
    return address !== undefined && containsAddress(block, address);
  }).length;
};

const sizeOf = (cidrBlock: string): number => {
  const block = parseCidr(cidrBlock);
  return block === undefined ? 0 : addressCount(block);
};

/** Lists the caller's pools in the region, newest first. */
export const listPublicIpAddressPools: VpcOperation<'ListPublicIpAddressPools'> = (request, context) => {
  const { securityProtectionEnabled } = request;
  const matches = matchesAll<PublicIpAddressPool>([
    isOneOf(request.publicIpAddressPoolIds, ({ id }) => id),
    equals(request.name, ({ name }) => name),
    equals(request.isp, ({ isp }) => isp),
    equals(request.status, () => 'Created'),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    securityProtectionEnabled === undefined
      ? undefined
      : ({ securityProtectionTypes }) => securityProtectionTypes.length > 0 === securityProtectionEnabled,
    tagFilter(request.tags),
  ]);
  const rows = context.tables.publicIpAddressPools.list(context).toArray().filter(matches);
  const { items, info } = pageByToken(rows, request, context);
  return { ...info, publicIpAddressPoolList: items.map((pool) => describe(pool, context)) };
};

const describe = (pool: PublicIpAddressPool, context: Context) => {
  const total = pool.cidrBlocks.reduce((sum, { cidrBlock }) => sum + sizeOf(cidrBlock), 0);
  const used = pool.cidrBlocks.reduce((sum, { cidrBlock }) => sum + usedIn(context, cidrBlock), 0);
  return {
    publicIpAddressPoolId: pool.id,
    name: pool.name,
    description: pool.description,
    status: 'Created',
    businessStatus: 'Normal',
    isp: pool.isp,
    bizType: pool.bizType,
    securityProtectionTypes: [...pool.securityProtectionTypes],
    zones: [...pool.zones],
    totalIpNum: total,
    usedIpNum: used,
    ipAddressRemaining: used < total,
    userType: 'user',
    shareType: '',
    ownerId: Number(pool.accountId),
    regionId: pool.regionId,
    creationTime: toIsoSeconds(pool.createdAt),
    resourceGroupId: pool.resourceGroupId,
    tags: toVpcTagList(pool.tags),
  };
};

/** Lists the blocks of a pool, newest first. */
export const listPublicIpAddressPoolCidrBlocks: VpcOperation<'ListPublicIpAddressPoolCidrBlocks'> = (
  request,
  context,
) => {
  const pool = requirePool(context, request.publicIpAddressPoolId);
  const matches = matchesAll([
    equals(request.cidrBlock, ({ cidrBlock }: { readonly cidrBlock: string }) => cidrBlock),
  ]);
  const { items, info } = pageByToken(pool.cidrBlocks.filter(matches), request, context);
  return {
    ...info,
    publicIpPoolCidrBlockList: items.map(({ cidrBlock, createdAt }) => ({
      cidrBlock,
      publicIpAddressPoolId: pool.id,
      status: 'Created',
      creationTime: toIsoSeconds(createdAt),
      totalIpNum: sizeOf(cidrBlock),
      usedIpNum: usedIn(context, cidrBlock),
    })),
  };
};

/** Every account of the emulator has the service. */
export const getPublicIpAddressPoolServiceStatus: VpcOperation<
  'GetPublicIpAddressPoolServiceStatus'
> = () => ({
  enabled: true,
});

/** The service is open from the start: opening it again is no error. */
export const openPublicIpAddressPoolService: VpcOperation<'OpenPublicIpAddressPoolService'> = () => ({
  code: '200',
  message: '',
});
