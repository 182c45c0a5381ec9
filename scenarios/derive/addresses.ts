/** IPv4 addresses and blocks of them, as the numbers that they are. */

export const numberOfAddress = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

export const addressOfNumber = (number: number): string =>
  [24, 16, 8, 0].map((bits) => Math.floor(number / 2 ** bits) % 256).join('.');

/** A block by its first address and the bits of its prefix. */
export interface AddressBlock {
  readonly first: number;
  readonly bits: number;
}

/** @returns undefined where the text is no block such as "10.0.0.0/8" */
export const blockIn = (text: string): AddressBlock | undefined => {
  const [, address = '', bits = ''] = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(text) ?? [];
  if (address === '') return undefined;
  const size = 2 ** (32 - Number(bits));
  return { first: Math.floor(numberOfAddress(address) / size) * size, bits: Number(bits) };
};

/** @returns undefined where the text is no address */
export const addressIn = (text: string): number | undefined =>
  /^\d+\.\d+\.\d+\.\d+$/.test(text) ? numberOfAddress(text) : undefined;

export const isWithin = (address: number, { first, bits }: AddressBlock): boolean =>
  address >= first && address < first + 2 ** (32 - bits);
