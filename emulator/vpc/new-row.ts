import type { Context } from '../context.ts';

/** The members that every new row of the caller's has. */
export const newRow = (context: Context, idPrefix: string) => ({
  id: context.newId(idPrefix),
  accountId: context.accountId,
  regionId: context.regionId,
  createdAt: context.now,
});
