import type { Context } from '../context.ts';
import type { ResourceGroup } from '../state/rows/resource-group.ts';
import { fault } from '../wire/fault.ts';

/** Id of the group that an account has from the start. */
export const defaultResourceGroupId = (accountId: string): string =>
  `rg-acfm${Number(accountId.slice(1)).toString(36).padStart(11, '0').slice(0, 11)}`;

/** The group that every account has from the start; it cannot be deleted. Its id follows from the account's. */
const defaultGroup = ({ accountId }: Context): ResourceGroup => ({
  id: defaultResourceGroupId(accountId),
  accountId,
  regionId: '',
  name: 'default',
  displayName: 'default resource group',
  status: 'OK',
  createdAt: Date.UTC(2020, 0, 1),
  tags: {},
});

/** The account's groups, newest first, the default one last. */
export const groupsOf = (context: Context): ResourceGroup[] => [
  ...context.tables.resourceGroups.list({ accountId: context.accountId, regionId: '' }).toArray(),
  defaultGroup(context),
];

/** @throws Fault EntityNotExists.ResourceGroup */
export const requireGroup = (context: Context, id: string): ResourceGroup => {
  const group = groupsOf(context).find((candidate) => candidate.id === id);
  if (group === undefined) throw fault('EntityNotExists.ResourceGroup', { ResourceGroupId: id });
  return group;
};
