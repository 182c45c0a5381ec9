import type { Row } from '../table.ts';

/** Blocks of addresses that security group rules name. Names are DescribePrefixListAttributes'. */
export interface PrefixList extends Row {
  readonly prefixListName: string;
  readonly description: string;
  readonly addressFamily: 'IPv4' | 'IPv6';
  readonly maxEntries: number;
  readonly entries: readonly { readonly cidr: string; readonly description: string }[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
