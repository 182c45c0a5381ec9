import type { Context, Scope } from '../context.ts';
import { fault } from '../wire/fault.ts';

/** The row's id of a key pair, whose name is unique in its account and region only. */
export const keyPairRowId = ({ accountId, regionId }: Scope, keyPairName: string): string =>
  `${accountId}/${regionId}/${keyPairName}`;

/** @throws Fault InvalidKeyPairName.NotFound */
export const requireKeyPair = (context: Context, keyPairName: string): void => {
  if (context.tables.keyPairs.get(keyPairRowId(context, keyPairName)) === undefined) {
    throw fault('InvalidKeyPairName.NotFound', { Name: keyPairName });
  }
};
