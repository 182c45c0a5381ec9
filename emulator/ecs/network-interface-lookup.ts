import type { Context } from '../context.ts';
import type { NetworkInterface } from '../state/rows/network-interface.ts';
import type { VSwitch } from '../state/rows/network.ts';
import { fault } from '../wire/fault.ts';

/** An own network interface of the region. @throws Fault InvalidEniId.NotFound */
export const requireNetworkInterface = (context: Context, id: string): NetworkInterface => {
  const row = context.tables.networkInterfaces.getOwn(id, context);
  if (row === undefined) throw fault('InvalidEniId.NotFound', { NetworkInterfaceId: id });
  return row;
};

/** The primary one goes with its instance. @throws Fault InvalidEniId.NotFound, InvalidOperation.InvalidEniType */
export const requireSecondaryInterface = (context: Context, id: string): NetworkInterface => {
  const row = requireNetworkInterface(context, id);
  if (row.type === 'Primary') {
    throw fault('InvalidOperation.InvalidEniType', { NetworkInterfaceId: id, Type: row.type });
  }
  return row;
};

/** The VSwitch that an interface stands in. @throws Fault InvalidVSwitchId.NotFound */
export const vswitchOf = ({ tables }: Context, { vswitchId }: NetworkInterface): VSwitch => {
  const vswitch = tables.vswitches.get(vswitchId);
  if (vswitch === undefined) throw fault('InvalidVSwitchId.NotFound', { VSwitchId: vswitchId });
  return vswitch;
};
