import type { Context } from '../context.ts';
import type { Tags } from '../ecs/tags.ts';
import type { Row, Rows } from '../state/table.ts';
import type { Tables } from '../state/tables.ts';
import { fault } from '../wire/fault.ts';

/** A row that can be tagged and be in a resource group. */
export interface VpcResource extends Row {
  readonly tags: Tags;
}

/** What tags and resource groups need of a table, whatever its rows are. */
interface ResourceTable {
  getOwn(id: string, scope: Context): VpcResource | undefined;
  list(scope: Context): Rows<VpcResource>;
  update(id: string, patch: { tags?: Tags; resourceGroupId?: string }): unknown;
}

/** Resource types as TagResources and MoveResourceGroup name them; capitals do not count. */
const tables: Readonly<Record<string, (tables: Tables) => ResourceTable>> = {
  vpc: ({ vpcs }) => vpcs,
  vswitch: ({ vswitches }) => vswitches,
  routetable: ({ routeTables }) => routeTables,
  eip: ({ eips }) => eips,
  commonbandwidthpackage: ({ commonBandwidthPackages }) => commonBandwidthPackages,
  // MoveResourceGroup calls it so.
  bandwidthpackage: ({ commonBandwidthPackages }) => commonBandwidthPackages,
  natgateway: ({ natGateways }) => natGateways,
  havip: ({ haVips }) => haVips,
  ipv4gateway: ({ ipv4Gateways }) => ipv4Gateways,
  ipv6gateway: ({ ipv6Gateways }) => ipv6Gateways,
  ipv6address: ({ ipv6Addresses }) => ipv6Addresses,
  dhcpoptionsset: ({ dhcpOptionsSets }) => dhcpOptionsSets,
  prefixlist: ({ vpcPrefixLists }) => vpcPrefixLists,
  flowlog: ({ flowLogs }) => flowLogs,
  gatewayendpoint: ({ gatewayEndpoints }) => gatewayEndpoints,
  trafficmirrorfilter: ({ trafficMirrorFilters }) => trafficMirrorFilters,
  trafficmirrorsession: ({ trafficMirrorSessions }) => trafficMirrorSessions,
  publicipaddresspool: ({ publicIpAddressPools }) => publicIpAddressPools,
  networkacl: ({ networkAcls }) => networkAcls,
};

/** The table of a resource type. @throws Fault InvalidResourceType.NotFound */
export const resourceTable = (resourceType: string, context: Context): ResourceTable => {
  const table = tables[resourceType.toLowerCase()];
  if (table === undefined) throw fault('InvalidResourceType.NotFound', { ResourceType: resourceType });
  return table(context.tables);
};
