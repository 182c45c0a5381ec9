/** IPv4 addresses and CIDR blocks as numbers. Pure arithmetic. */
export interface CidrBlock {
  /** First address, as an unsigned 32-bit number. */
  readonly first: number;
  /** Length of the mask, 0 to 32. */
  readonly mask: number;
}

/** @returns the address as an unsigned 32-bit number, or undefined where the text is none: "10.0.0.256" */
export const parseAddress = (text: string): number | undefined => {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let address = 0;
  for (const part of parts) {
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    address = address * 256 + Number(part);
  }
  return address;
};

export const formatAddress = (address: number): string =>
  [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');

/**
 * @param text e.g. "172.16.0.0/24"
 * @returns undefined where the text is no block, or where bits behind the mask are set: "172.16.0.1/24"
 */
export const parseCidr = (text: string): CidrBlock | undefined => {
  const match = /^([\d.]+)\/(0|[1-9]\d?)$/.exec(text);
  const first = parseAddress(match?.[1] ?? '');
  const mask = Number(match?.[2]);
  if (first === undefined || !(mask <= 32)) return undefined;
  return first % addressCount({ first, mask }) === 0 ? { first, mask } : undefined;
};

/** Addresses of a block, the reserved ones included. */
export const addressCount = ({ mask }: CidrBlock): number => 2 ** (32 - mask);

/** All addresses of a block; for small ones. */
export const addressesIn = (block: CidrBlock): number[] =>
  Array.from({ length: addressCount(block) }, (_none, index) => block.first + index);

const endOf = (block: CidrBlock): number => block.first + addressCount(block);

export const containsAddress = (block: CidrBlock, address: number): boolean =>
  address >= block.first && address < endOf(block);

/** Whether all of `inner` lies in `outer`; equal blocks contain each other. */
export const containsBlock = (outer: CidrBlock, inner: CidrBlock): boolean =>
  inner.first >= outer.first && endOf(inner) <= endOf(outer);

export const overlap = (a: CidrBlock, b: CidrBlock): boolean => containsBlock(a, b) || containsBlock(b, a);
