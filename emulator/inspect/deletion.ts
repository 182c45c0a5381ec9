import type { Emulator } from '../emulator.ts';
import type { StateSnapshot } from '../state/state.ts';
import type { Row } from '../state/table.ts';
import type { Call } from '../wire/call.ts';
import { products } from '../wire/products.ts';
import { kindOf, kinds } from './kinds.ts';
import type { Deletion } from './kind.ts';
import { linkTo, ResourceIndex } from './links.ts';
import type { ResourceLink } from './links.ts';

/** What deleting a resource would come to, by the emulator's own rules. */
export interface DeletionPreview {
  readonly call: ActionCall;
  readonly takesForce: boolean;
  /** Why the API would refuse it; null where it would not. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
  /** What would be gone; the resource itself first. */
  readonly removed: readonly ResourceLink[];
  /** What would change; `member` lists the members. */
  readonly changed: readonly ResourceLink[];
  /** What would stay and name something that is gone. */
  readonly broken: readonly ResourceLink[];
  /** Accounts that would lose an image that is shared with them. */
  readonly accountsLosingAccess: readonly string[];
  /** What names the resource now. */
  readonly referrers: readonly ResourceLink[];
}

/** A call as people write it. */
export interface ActionCall {
  readonly product: string;
  readonly version: string;
  readonly action: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The call that deletes a resource. */
export const deletionCall = (deletion: Deletion, row: Row, force: boolean): ActionCall => ({
  product: deletion.product,
  version: products.find(({ name }) => name === deletion.product)?.version ?? '',
  action: deletion.action,
  accountId: row.accountId,
  regionId: row.regionId,
  parameters: {
    ...deletion.parameters(row),
    RegionId: row.regionId,
    ...(force && deletion.takesForce ? { Force: 'true' } : {}),
  },
});

/** Access key that the log shows of calls made in the console. */
export const consoleKeyId = 'alimock-console';

/** A call that is made in the console. */
export const asCall = ({ version, action, parameters }: Omit<ActionCall, 'product' | 'regionId'>): Call => ({
  version,
  action,
  parameters: new Map(Object.entries(parameters)),
  accessKeyId: consoleKeyId,
  securityToken: '',
  format: 'JSON',
  host: '',
});

/**
 * Deletes a resource on a copy of the state and compares.
 * @returns undefined where there is no such resource, or no action that deletes its kind
 */
export const previewDeletion = (
  emulator: Emulator,
  kindName: string,
  id: string,
  force: boolean,
): DeletionPreview | undefined => {
  const kind = kindOf(kindName);
  const before = emulator.view();
  const index = new ResourceIndex(before);
  const place = index.find(id);
  if (kind?.deletion === undefined || place?.kind !== kind) return undefined;
  const call = deletionCall(kind.deletion, place.row, force);
  const { answered, after } = emulator.tryOut(asCall(call), place.row.accountId);
  const { removed, changed } = differences(before, after);
  const gone = new Set(removed.map((link) => link.id));
  return {
    call,
    takesForce: kind.deletion.takesForce,
    refusal: answered.code === null ? null : { code: answered.code, message: answered.message ?? '' },
    removed: [...removed].sort((a, b) => Number(b.id === id) - Number(a.id === id)),
    changed,
    broken: gone.size === 0 ? [] : new ResourceIndex(after).referrersOf(gone),
    accountsLosingAccess: before.tables.images.flatMap((row) => (gone.has(row.id) ? sharedWith(row) : [])),
    referrers: index.referrersOf(new Set([id])),
  };
};

const differences = (
  before: StateSnapshot,
  after: StateSnapshot,
): { removed: ResourceLink[]; changed: ResourceLink[] } => {
  const removed: ResourceLink[] = [];
  const changed: ResourceLink[] = [];
  for (const kind of kinds) {
    const left = new Map(after.tables[kind.name].map((row) => [row.id, row]));
    for (const row of before.tables[kind.name]) {
      const now = left.get(row.id);
      if (now === undefined) removed.push(linkTo({ kind, row }, ''));
      else if (now !== row) changed.push(linkTo({ kind, row }, changedMembers(row, now)));
    }
  }
  return { removed, changed };
};

const changedMembers = (before: Row, after: Row): string => {
  const old = before as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(after)
    .filter(([name, value]) => JSON.stringify(old[name]) !== JSON.stringify(value))
    .map(([name]) => name)
    .join(', ');
};

const sharedWith = (row: Row): string[] => {
  const { shares } = row as Row & { readonly shares?: readonly { readonly accountId: string }[] };
  return (shares ?? []).map(({ accountId }) => accountId);
};
