import type { Context } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import type { NetworkAclEntry } from '../state/rows/network-acl.ts';
import { fault } from '../wire/fault.ts';
import { parseCidr } from './cidr.ts';
import { readText } from './names.ts';

/** Rules in one direction (VPC docs, Limits). */
const maxEntries = 20;

interface EntryRequest {
  readonly networkAclEntryName?: string;
  readonly description?: string;
  readonly policy?: string;
  readonly protocol?: string;
  readonly port?: string;
  readonly ipVersion?: string;
  readonly entryType?: string;
}

/** What a new network ACL has in each direction: everything passes. */
export const firstEntry = (context: Context): NetworkAclEntry => ({
  id: context.newId('nae'),
  networkAclEntryName: '',
  description: '',
  policy: 'accept',
  protocol: 'all',
  port: '-1/-1',
  cidrIp: '0.0.0.0/0',
  ipVersion: 'IPV4',
  entryType: 'custom',
});

/**
 * The custom rules that take the place of those that are there.
 * @param cidrOf the source of a rule, or its destination
 * @throws Fault InvalidParameter, QuotaExceeded.NetworkAclEntry
 */
export const readEntries = <Request extends EntryRequest>(
  context: Context,
  requests: readonly Request[],
  cidrOf: (request: Request) => string | undefined,
): NetworkAclEntry[] => {
  // The provider sends back what the cloud itself had put there.
  const custom = requests.filter(({ entryType = 'custom' }) => entryType === 'custom' || entryType === '');
  if (custom.length > maxEntries) throw fault('QuotaExceeded.NetworkAclEntry', { Limit: maxEntries });
  return custom.map((request) => readEntry(context, request, cidrOf(request) ?? ''));
};

const readEntry = (context: Context, request: EntryRequest, cidrIp: string): NetworkAclEntry => {
  const ipVersion = readChoice('IpVersion', request.ipVersion?.toUpperCase(), ['IPV4', 'IPV6']);
  if (ipVersion === 'IPV4' && parseCidr(cidrIp) === undefined) {
    throw fault('InvalidParameter', { Parameter: 'CidrIp', Reason: `${cidrIp} is no CIDR block` });
  }
  const protocol = readChoice('Protocol', request.protocol?.toLowerCase(), [
    'all',
    'icmp',
    'gre',
    'tcp',
    'udp',
    'icmpv6',
  ]);
  return {
    id: context.newId('nae'),
    networkAclEntryName: readText('NetworkAclEntryName', request.networkAclEntryName) ?? '',
    description: readText('Description', request.description) ?? '',
    policy: readChoice('Policy', request.policy?.toLowerCase(), ['accept', 'drop']),
    protocol,
    port: readPorts(protocol, request.port ?? '-1/-1'),
    cidrIp,
    ipVersion,
    entryType: 'custom',
  };
};

/** tcp and udp have a range, "1/200"; the others -1/-1. @throws Fault InvalidParameter */
const readPorts = (protocol: string, port: string): string => {
  const [from = NaN, to = NaN] = port.split('/').map(Number);
  const isRange = Number.isInteger(from) && Number.isInteger(to) && from >= 1 && to <= 65535 && from <= to;
  if (port === '-1/-1' || (isRange && (protocol === 'tcp' || protocol === 'udp'))) return port;
  throw fault('InvalidParameter', {
    Parameter: 'Port',
    Reason: `${port} is no range of ports of ${protocol}`,
  });
};
