/** Blocks of IPv4 addresses as Terraform's functions and examples write them. */
import { addressCount, parseAddress } from '../../emulator/vpc/cidr.ts';
import type { CidrBlock } from '../../emulator/vpc/cidr.ts';

/**
 * The block that an address with a mask lies in: bits behind the mask are no fault here, as they are to ECS (parseCidr).
 * @returns undefined where the text is no block such as "10.0.0.0/8"
 */
export const blockIn = (text: string): CidrBlock | undefined => {
  const [, address = '', bits = ''] = /^([\d.]+)\/(\d+)$/.exec(text) ?? [];
  const first = parseAddress(address);
  if (first === undefined) return undefined;
  const mask = Number(bits);
  return { first: first - (first % addressCount({ first, mask })), mask };
};
