/**
 * The bodies of the admin API: what is taken is checked by these, and the OpenAPI description is made of
 * them. Loaded at the first admin call that needs them, since zod takes time.
 */
import * as z from 'zod';
import { defaultQuotas } from '../state/quotas.ts';

const pace = z.enum(['immediate', 'real']);
const accountId = z.string().regex(/^\d{16}$/);
const count = z.int().min(0);

export const health = z.strictObject({
  status: z.literal('ok'),
  version: z.string(),
  auth: z.enum(['open', 'strict']),
  uptimeMilliseconds: count,
  calls: count.describe('Calls answered since the start, or since the log was cleared.'),
});

export const resetRequest = z
  .strictObject({ accountId: accountId.describe('Only this account.').optional() })
  .describe('An empty object resets everything.');

export const clock = z.strictObject({
  now: z.iso.datetime().describe('The emulator’s time.'),
  aheadMilliseconds: z.number().min(0).describe('How far it is ahead of the machine’s.'),
  pace: pace.describe('How long changes of status take: none that is seen, or as long as in life.'),
});

export const clockChange = z.strictObject({
  advanceMilliseconds: z.number().min(0).max(3_155_760_000_000).optional(),
  pace: pace.optional(),
});

const faultError = z.strictObject({
  code: z.string().regex(/^[A-Za-z][\w.-]{0,99}$/),
  status: z.int().min(400).max(599).nullable().default(null).describe('null: the code’s own status.'),
  message: z.string().max(1000).nullable().default(null),
});

export const faultRequest = z
  .strictObject({
    action: z.string().min(1).max(100).describe('Name of the action; "*" for every one.'),
    accountId: accountId.nullable().default(null),
    call: z.int().min(1).default(1).describe('The first matching call that it happens to.'),
    times: z.int().min(1).nullable().default(1).describe('How many calls; null: all from then on.'),
    error: faultError.nullable().default(null),
    delayMilliseconds: z.int().min(0).max(600_000).default(0),
    dropConnection: z
      .enum(['before', 'after'])
      .nullable()
      .default(null)
      .describe('Breaks the connection before the call is carried out, or after.'),
  })
  .refine((plan) => plan.error !== null || plan.delayMilliseconds > 0 || plan.dropConnection !== null, {
    error: 'name what is to go wrong: error, delayMilliseconds or dropConnection',
  });

export const fault = z.strictObject({
  id: z.string(),
  action: z.string(),
  accountId: z.string().nullable(),
  call: count,
  times: count.nullable(),
  error: z
    .strictObject({ code: z.string(), status: z.int().nullable(), message: z.string().nullable() })
    .nullable(),
  delayMilliseconds: count,
  dropConnection: z.enum(['before', 'after']).nullable(),
  seen: count.describe('Matching calls so far.'),
});

export const faultList = z.strictObject({ faults: z.array(fault) });

export const quotaRequest = z.strictObject({
  accountId,
  quotas: z.partialRecord(z.enum(Object.keys(defaultQuotas) as [keyof typeof defaultQuotas]), count),
});

export const requestEntry = z.strictObject({
  sequence: count,
  time: z.number(),
  action: z.string(),
  version: z.string(),
  accountId: z.string(),
  accessKeyId: z.string(),
  parameters: z.record(z.string(), z.string()).describe('Secrets are masked, long values cut.'),
  ignoredParameters: z.array(z.string()).describe('Names that the action does not know.'),
  status: z.int(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  requestId: z.string(),
  milliseconds: z.number().min(0).describe('How long it took to carry out.'),
});

export const requestDetail = requestEntry.extend({
  reply: z.string().describe('As it went out, cut to some thousand characters. Secrets are masked.'),
});

export const requestList = z.strictObject({
  total: count.describe('Calls since the start; older ones than the listed are forgotten.'),
  requests: z.array(requestEntry).describe('Newest first.'),
});

export const requestQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  action: z.string().optional(),
  accountId: z.string().optional(),
});

const resourceLink = z.strictObject({
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  accountId: z.string(),
  regionId: z.string(),
  member: z.string().describe('Member that names the other, or the members that would change.'),
});

export const overview = z.strictObject({
  accounts: z.array(
    z.strictObject({
      id: z.string(),
      accessKeyIds: z.array(z.string()).describe('Declared keys, and those of the last calls.'),
    }),
  ),
  regions: z
    .array(
      z.strictObject({
        accountId: z.string(),
        regionId: z.string(),
        counts: z.record(z.string(), count).describe('By kind.'),
      }),
    )
    .describe('Where there is something.'),
  kinds: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      columns: z.array(z.string()),
      isDeletable: z.boolean(),
      count,
    }),
  ),
});

export const resourceQuery = z.strictObject({
  kind: z.string(),
  accountId: z.string().optional(),
  regionId: z.string().optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(20_000).default(1000),
});

export const resourceList = z.strictObject({
  kind: z.string(),
  columns: z.array(z.string()),
  total: count,
  resources: z
    .array(
      z.strictObject({
        id: z.string(),
        accountId: z.string(),
        regionId: z.string(),
        name: z.string(),
        values: z
          .array(z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
          .describe('As the columns stand; lists of objects are counted.'),
      }),
    )
    .describe('Newest first.'),
});

export const detailQuery = z.strictObject({ kind: z.string(), id: z.string() });

export const resourceDetail = z.strictObject({
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  accountId: z.string(),
  regionId: z.string(),
  isDeletable: z.boolean(),
  row: z.record(z.string(), z.unknown()).describe('All that is kept of it. Secrets are masked.'),
  references: z.array(resourceLink).describe('What it names.'),
  referrers: z.array(resourceLink).describe('What names it.'),
});

export const deletionRequest = z.strictObject({
  kind: z.string(),
  id: z.string(),
  force: z.boolean().default(false),
});

const actionCall = z.strictObject({
  product: z.string(),
  version: z.string(),
  action: z.string(),
  accountId,
  regionId: z.string(),
  parameters: z.record(z.string(), z.string()),
});

export const deletionPreview = z.strictObject({
  call: actionCall.describe('The call that deletes it.'),
  takesForce: z.boolean(),
  refusal: z
    .strictObject({ code: z.string(), message: z.string() })
    .nullable()
    .describe('Why the call would be refused; null where it would not.'),
  removed: z.array(resourceLink),
  changed: z.array(resourceLink),
  broken: z.array(resourceLink).describe('What would stay and name something that is gone.'),
  accountsLosingAccess: z.array(z.string()).describe('Accounts that an image is shared with.'),
  referrers: z.array(resourceLink).describe('What names it now.'),
});

export const callRequest = z.strictObject({
  version: z.string().min(1).max(100),
  action: z.string().min(1).max(100),
  accountId,
  parameters: z.record(z.string(), z.string()).default({}),
});

export const callReply = z.strictObject({
  status: z.int(),
  body: z.string().describe('JSON, as the API answers.'),
});

export const quotaQuery = z.strictObject({ accountId });

export const quotaList = z.strictObject({
  quotas: z.array(z.strictObject({ name: z.string(), value: count, default: count })),
});

export const changeEvent = z.strictObject({
  revision: count.describe('Grows with each change of the state.'),
  calls: count,
  aheadMilliseconds: z.number().min(0),
  pace,
  faults: z.string().describe('Differs where the faults do.'),
});

const row = z.looseObject({ id: z.string(), accountId: z.string(), regionId: z.string() });

/** For the description; what is imported is checked more closely by server/read-snapshot.ts. */
export const state = z.strictObject({
  schemaVersion: z.literal(1),
  seed: count,
  tables: z.record(z.string(), z.array(row)),
  tasks: z.array(
    z.strictObject({ dueAt: z.number(), sequence: count, kind: z.string(), target: z.string() }),
  ),
  quotas: z.record(z.string(), z.record(z.string(), z.number())),
});

export const done = z.strictObject({ done: z.literal(true) });

export const error = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string() }),
});
