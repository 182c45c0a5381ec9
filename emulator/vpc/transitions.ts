import type { Transitions } from '../context.ts';
import { becomes } from '../status-change.ts';
import { eipTransitions } from './eip-associations.ts';
import { flowLogTransitions } from './flow-logs.ts';
import { forwardEntryTransitions } from './forward-entries.ts';
import { gatewayEndpointTransitions } from './gateway-endpoints.ts';
import { haVipAssociationTransitions } from './ha-vip-associations.ts';
import { haVipTransitions } from './ha-vips.ts';
import { ipv4GatewayTransitions } from './ipv4-gateways.ts';
import { ipv6EgressRuleTransitions } from './ipv6-egress-rules.ts';
import { ipv6GatewayTransitions } from './ipv6-gateways.ts';
import { natGatewayTransitions } from './nat-gateways.ts';
import { networkAclTransitions } from './network-acls.ts';
import { routeEntryTransitions } from './route-entries.ts';
import { routeTableTransitions } from './route-table-changes.ts';
import { snatEntryTransitions } from './snat-entries.ts';
import { vswitchCidrReservationTransitions } from './vswitch-cidr-reservations.ts';

/** What happens to VPC's resources when a scheduled change of status falls due. */
export const vpcTransitions: Transitions = {
  ...eipTransitions,
  ...flowLogTransitions,
  ...forwardEntryTransitions,
  ...gatewayEndpointTransitions,
  ...haVipTransitions,
  ...haVipAssociationTransitions,
  ...ipv4GatewayTransitions,
  ...ipv6EgressRuleTransitions,
  ...ipv6GatewayTransitions,
  ...natGatewayTransitions,
  ...networkAclTransitions,
  ...routeEntryTransitions,
  ...routeTableTransitions,
  ...snatEntryTransitions,
  ...vswitchCidrReservationTransitions,
  'vpc.available': becomes(({ vpcs }) => vpcs, 'Available'),
  'vswitch.available': becomes(({ vswitches }) => vswitches, 'Available'),
};
