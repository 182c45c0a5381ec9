import type { Scope } from '../context.ts';

/** The row's id of a key pair, whose name is unique in its account and region only. */
export const keyPairRowId = ({ accountId, regionId }: Scope, keyPairName: string): string =>
  `${accountId}/${regionId}/${keyPairName}`;
