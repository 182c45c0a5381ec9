/** data alicloud_account (provider v1.240.0, data_source_alicloud_account.go): the id of the calling account. */
import type { DataBinding } from './binding.ts';

export const account = (): DataBinding => ({
  type: 'alicloud_account',
  kind: 'data',
  arguments: {},
  query: (_, api) => Promise.resolve({ id: api.accountId }),
});
