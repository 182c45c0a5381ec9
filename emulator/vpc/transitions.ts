import type { Transitions } from '../context.ts';
import { eipTransitions } from './eip-associations.ts';
import { forwardEntryTransitions } from './forward-entries.ts';
import { haVipAssociationTransitions } from './ha-vip-associations.ts';
import { haVipTransitions } from './ha-vips.ts';
import { natGatewayTransitions } from './nat-gateways.ts';
import { snatEntryTransitions } from './snat-entries.ts';

/** What happens to VPC's resources when a scheduled change of status falls due. */
export const vpcTransitions: Transitions = {
  ...eipTransitions,
  ...forwardEntryTransitions,
  ...haVipTransitions,
  ...haVipAssociationTransitions,
  ...natGatewayTransitions,
  ...snatEntryTransitions,
  'vpc.available': (vpcId, { tables }) => {
    if (tables.vpcs.get(vpcId) !== undefined) tables.vpcs.update(vpcId, { status: 'Available' });
  },
  'vswitch.available': (vswitchId, { tables }) => {
    if (tables.vswitches.get(vswitchId) !== undefined) {
      tables.vswitches.update(vswitchId, { status: 'Available' });
    }
  },
};
