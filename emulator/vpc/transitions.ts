import type { Transitions } from '../context.ts';

/** VPCs and VSwitches: what happens when a scheduled change of status falls due. */
export const vpcTransitions: Transitions = {
  'vpc.available': (vpcId, { tables }) => {
    if (tables.vpcs.get(vpcId) !== undefined) tables.vpcs.update(vpcId, { status: 'Available' });
  },
  'vswitch.available': (vswitchId, { tables }) => {
    if (tables.vswitches.get(vswitchId) !== undefined) {
      tables.vswitches.update(vswitchId, { status: 'Available' });
    }
  },
};
