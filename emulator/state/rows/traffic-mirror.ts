import type { Row } from '../table.ts';

/** Which traffic is copied, or not. */
export interface TrafficMirrorRule {
  readonly id: string;
  readonly direction: 'ingress' | 'egress';
  readonly action: 'accept' | 'drop';
  /** Rules are looked at in ascending order. */
  readonly priority: number;
  readonly protocol: string;
  readonly ipVersion: string;
  readonly sourceCidrBlock: string;
  readonly sourcePortRange: string;
  readonly destinationCidrBlock: string;
  readonly destinationPortRange: string;
}

/** A filter of mirrored traffic. Names are ListTrafficMirrorFilters'. */
export interface TrafficMirrorFilter extends Row {
  readonly trafficMirrorFilterName: string;
  readonly trafficMirrorFilterDescription: string;
  readonly rules: readonly TrafficMirrorRule[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** What copies the traffic of network interfaces to another. Names are ListTrafficMirrorSessions'. */
export interface TrafficMirrorSession extends Row {
  readonly trafficMirrorSessionName: string;
  readonly trafficMirrorSessionDescription: string;
  readonly trafficMirrorFilterId: string;
  readonly trafficMirrorSourceIds: readonly string[];
  readonly trafficMirrorTargetId: string;
  readonly trafficMirrorTargetType: 'NetworkInterface' | 'SLB';
  readonly priority: number;
  readonly virtualNetworkId: number;
  /** Bytes of a packet that are copied. */
  readonly packetLength: number;
  readonly enabled: boolean;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
