import type { Context } from '../context.ts';
import type { DedicatedHost } from '../state/rows/deployment.ts';
import { fault } from '../wire/fault.ts';
import { findDedicatedHostType } from '../catalog/dedicated-host-types.ts';
import { requireHostCluster } from './dedicated-host-lookup.ts';
import { checkDescription, isResourceName } from './names.ts';

/** What AllocateDedicatedHosts and ModifyDedicatedHostAttribute have in common. */
interface HostRequest {
  readonly actionOnMaintenance?: string;
  readonly autoPlacement?: string;
  readonly cpuOverCommitRatio?: number;
  readonly dedicatedHostClusterId?: string;
  readonly dedicatedHostName?: string;
  readonly description?: string;
  readonly networkAttributes?: { readonly slbUdpTimeout?: number; readonly udpTimeout?: number };
}

type Settings = Pick<
  DedicatedHost,
  | 'actionOnMaintenance'
  | 'autoPlacement'
  | 'cpuOverCommitRatio'
  | 'dedicatedHostClusterId'
  | 'dedicatedHostName'
  | 'description'
  | 'slbUdpTimeout'
  | 'udpTimeout'
>;

const defaults: Settings = {
  actionOnMaintenance: 'Migrate',
  autoPlacement: 'on',
  cpuOverCommitRatio: 1,
  dedicatedHostClusterId: '',
  dedicatedHostName: '',
  description: '',
  slbUdpTimeout: null,
  udpTimeout: null,
};

/**
 * A host's settings; what the request does not name stays as it was.
 * @param zoneId the cluster must be in the host's zone
 * @throws Fault for names, texts and values that there are not (AllocateDedicatedHosts.md)
 */
export const readHostSettings = (
  context: Context,
  request: HostRequest,
  hostType: string,
  zoneId: string,
  before: Settings = defaults,
): Settings => {
  const { dedicatedHostName = '', description = '', dedicatedHostClusterId = '' } = request;
  if (dedicatedHostName !== '' && !isResourceName(dedicatedHostName)) {
    throw fault('InvalidDedicatedHostName.Malformed', { Name: dedicatedHostName });
  }
  checkDescription(description);
  if (dedicatedHostClusterId !== '') {
    const cluster = requireHostCluster(context, dedicatedHostClusterId);
    if (cluster.zoneId !== zoneId) {
      throw fault('InvalidParameter.Conflict', { Reason: `the cluster is in the zone ${cluster.zoneId}` });
    }
  }
  const { slbUdpTimeout, udpTimeout } = request.networkAttributes ?? {};
  const action = choice('ActionOnMaintenance', request.actionOnMaintenance, ['Migrate', 'Stop']);
  const placement = choice('AutoPlacement', request.autoPlacement, ['on', 'off']);
  return {
    actionOnMaintenance: action ?? before.actionOnMaintenance,
    autoPlacement: placement === undefined ? before.autoPlacement : placement === 'off' ? 'off' : 'on',
    cpuOverCommitRatio: readRatio(request.cpuOverCommitRatio ?? before.cpuOverCommitRatio, hostType),
    dedicatedHostClusterId: dedicatedHostClusterId || before.dedicatedHostClusterId,
    dedicatedHostName: dedicatedHostName || before.dedicatedHostName,
    description: request.description ?? before.description,
    slbUdpTimeout: readTimeout('SlbUdpTimeout', slbUdpTimeout) ?? before.slbUdpTimeout,
    udpTimeout: readTimeout('UdpTimeout', udpTimeout) ?? before.udpTimeout,
  };
};

const choice = (parameter: string, value = '', known: readonly string[]): string | undefined => {
  if (value === '') return undefined;
  if (known.includes(value)) return value;
  throw fault('InvalidParameter', { Parameter: parameter, Reason: `it must be ${known.join(' or ')}` });
};

/** Custom types only; 0 for the others. */
const readRatio = (ratio: number, hostType: string): number => {
  if (findDedicatedHostType(hostType)?.canOverCommit !== true) return 0;
  if (ratio >= 1 && ratio <= 5) return ratio;
  throw fault('InvalidParameter', { Parameter: 'CpuOverCommitRatio', Reason: 'it must be from 1 to 5' });
};

/** Seconds. */
const readTimeout = (
  parameter: 'SlbUdpTimeout' | 'UdpTimeout',
  seconds: number | undefined,
): number | undefined => {
  if (seconds === undefined || (seconds >= 15 && seconds <= 310)) return seconds;
  throw fault(`InvalidParameter.${parameter}`, { Value: seconds });
};
