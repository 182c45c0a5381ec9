import { fault } from '../wire/fault.ts';
import type { ErrorCode } from '../wire/fault.ts';

const protocols: readonly string[] = ['TCP', 'UDP', 'ICMP', 'ICMPV6', 'GRE', 'ALL'];

/** @returns in capitals, as DescribeSecurityGroupAttribute tells it. @throws Fault InvalidIpProtocol.ValueNotSupported */
export const readProtocol = (protocol = ''): string => {
  const upper = protocol.toUpperCase();
  if (!protocols.includes(upper)) throw fault('InvalidIpProtocol.ValueNotSupported', { Value: protocol });
  return upper;
};

const hasPorts = (protocol: string): boolean => protocol === 'TCP' || protocol === 'UDP';

const isPortRange = (range: string): boolean => {
  const [from, to] = /^(\d{1,5})\/(\d{1,5})$/.exec(range)?.slice(1).map(Number) ?? [];
  return from !== undefined && to !== undefined && from >= 1 && from <= to && to <= 65535;
};

/**
 * "1/200" for TCP and UDP, ports 1 to 65535; "-1/-1" for the others, which have no ports
 * (AuthorizeSecurityGroup.md, PortRange).
 * @throws Fault InvalidIpProtocol.Malformed for a bad range, OperationDenied for one that does not fit
 */
export const checkPortRange = (range: string, protocol: string): string => {
  if (hasPorts(protocol)) {
    if (isPortRange(range)) return range;
    if (range === '-1/-1') {
      throw fault('OperationDenied', { Reason: `${protocol} needs ports from 1 to 65535` });
    }
    throw fault('InvalidIpProtocol.Malformed', { Value: range, IpProtocol: protocol });
  }
  if (range === '' || range === '-1/-1') return '-1/-1';
  if (isPortRange(range)) {
    throw fault('OperationDenied', { Reason: `${protocol} has no ports, its PortRange is -1/-1` });
  }
  throw fault('InvalidIpProtocol.Malformed', { Value: range, IpProtocol: protocol });
};

/** @throws Fault InvalidSourcePortRange.Malformed */
export const checkSourcePortRange = (range: string, protocol: string): string => {
  if (range === '' || (hasPorts(protocol) ? isPortRange(range) : range === '-1/-1')) return range;
  throw fault('InvalidSourcePortRange.Malformed', { Value: range, IpProtocol: protocol });
};

/** @throws Fault InvalidPolicy.Malformed */
export const readPolicy = (policy = ''): 'Accept' | 'Drop' => {
  switch (policy.toLowerCase()) {
    case '':
    case 'accept':
      return 'Accept';
    case 'drop':
      return 'Drop';
    default:
      throw fault('InvalidPolicy.Malformed', { Value: policy });
  }
};

/** @throws Fault InvalidPriority.Malformed, InvalidPriority.ValueNotSupported */
export const readPriority = (priority = ''): number => {
  if (priority === '') return 1;
  if (!/^[+-]?\d+$/.test(priority)) throw fault('InvalidPriority.Malformed', { Value: priority });
  const value = Number(priority);
  if (value < 1 || value > 100) throw fault('InvalidPriority.ValueNotSupported', { Value: priority });
  return value;
};

const ipv4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/;

/** @throws Fault with the given code where the text is neither an address nor a CIDR block */
export const readIpv4 = (text: string | undefined, code: ErrorCode): string => {
  if (text === undefined || text === '') return '';
  const parts = ipv4.exec(text);
  const octets = parts?.slice(1, 5).map(Number) ?? [];
  const isValid =
    octets.length === 4 && octets.every((octet) => octet <= 255) && Number(parts?.[5] ?? 32) <= 32;
  if (!isValid) throw fault(code, { Value: text });
  return text;
};

/** @throws Fault with the given code where the text is neither an address nor a CIDR block */
export const readIpv6 = (text: string | undefined, code: ErrorCode): string => {
  if (text === undefined || text === '') return '';
  if (!isIpv6(text)) throw fault(code, { Value: text });
  return text;
};

const isIpv6 = (text: string): boolean => {
  const [address = '', length = '128', ...rest] = text.split('/');
  if (rest.length > 0 || !/^\d{1,3}$/.test(length) || Number(length) > 128) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const isCountRight = halves.length === 2 ? groups.length <= 7 : groups.length === 8;
  return isCountRight && groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
};

/** ICMP is IPv4's, ICMPv6 is IPv6's. @throws Fault InvalidParam.Ipv…ProtocolConflictWithIpv…Address */
export const checkAddressFamily = (rule: {
  readonly ipProtocol: string;
  readonly sourceCidrIp: string;
  readonly destCidrIp: string;
  readonly ipv6SourceCidrIp: string;
  readonly ipv6DestCidrIp: string;
}): void => {
  if (rule.ipProtocol === 'ICMP' && rule.ipv6SourceCidrIp + rule.ipv6DestCidrIp !== '') {
    throw fault('InvalidParam.Ipv4ProtocolConflictWithIpv6Address');
  }
  if (rule.ipProtocol === 'ICMPV6' && rule.sourceCidrIp + rule.destCidrIp !== '') {
    throw fault('InvalidParam.Ipv6ProtocolConflictWithIpv4Address');
  }
};
