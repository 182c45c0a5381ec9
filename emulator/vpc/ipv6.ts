import type { Context } from '../context.ts';
import { fault } from '../wire/fault.ts';

const hex = (value: number): string => value.toString(16).padStart(2, '0');

/** A /56 as Alibaba Cloud gives to a VPC: "2408:4005:3a4:6f00::/56". */
export const newVpcIpv6Block = (context: Context): string =>
  `2408:4005:3${hex(context.randomInteger(256))}:${hex(1 + context.randomInteger(255))}00::/56`;

/** The VPC's own choice where it gives one: a /56. @throws Fault InvalidParameter */
export const readVpcIpv6Block = (text: string): string => {
  if (/^[0-9a-f:]+::\/56$/i.test(text)) return text.toLowerCase();
  throw fault('InvalidParameter', {
    Parameter: 'Ipv6CidrBlock',
    Reason: `${text} is no IPv6 block of 56 bits`,
  });
};

/**
 * The /64 of a VSwitch in the /56 of its VPC.
 * @param part the last 8 bits of the prefix, 0 to 255
 * @throws Fault InvalidParameter where the VPC has no IPv6 block, or the part is out of range
 */
export const vswitchIpv6Block = (vpcBlock: string, part: number): string => {
  if (vpcBlock === '') {
    throw fault('InvalidParameter', { Parameter: 'Ipv6CidrBlock', Reason: 'the VPC has no IPv6 block' });
  }
  if (!Number.isInteger(part) || part < 0 || part > 255) {
    throw fault('InvalidParameter', { Parameter: 'Ipv6CidrBlock', Reason: `${part} is not in 0 to 255` });
  }
  return vpcBlock.replace(/[0-9a-f]{2}::\/56$/, `${hex(part)}::/64`);
};
