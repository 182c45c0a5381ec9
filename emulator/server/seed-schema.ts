/** The form of a seed file. Names in it are for its reader; what ECS gives ids to, is found by name. */
import * as z from 'zod';
import { findRegion, defaultRegionId } from '../catalog/regions.ts';
import { defaultQuotas } from '../state/quotas.ts';
import type { QuotaName } from '../state/quotas.ts';

const name = z.string().min(1).max(128);
const account = name.describe('Name of one of the accounts.');
const region = z
  .string()
  .refine((id) => findRegion(id) !== undefined, { error: 'there is no such region' })
  .default(defaultRegionId);

const accounts = z.array(
  z.strictObject({
    name,
    id: z
      .string({ error: 'an account id is text: put the 16 digits in quotes' })
      .regex(/^\d{16}$/, { error: 'an account id has 16 digits' })
      .optional(),
    keys: z.array(z.strictObject({ id: z.string().min(1), secret: z.string().min(1).optional() })).min(1),
    quotas: z
      .partialRecord(z.enum(Object.keys(defaultQuotas) as [QuotaName, ...QuotaName[]]), z.int().min(0))
      .default({}),
  }),
);

const vpc = z.strictObject({
  account,
  region,
  name,
  cidr: z.string().default('172.16.0.0/12'),
  vswitches: z.array(z.strictObject({ name, zone: z.string(), cidr: z.string() })).default([]),
  securityGroups: z.array(z.strictObject({ name })).default([]),
});

const image = z.strictObject({
  account,
  region,
  name,
  description: z.string().default(''),
  platform: z.string().default('Others Linux'),
  architecture: z.enum(['x86_64', 'i386', 'arm64']).default('x86_64'),
  size: z.int().min(20).default(40).describe('GiB of the system disk.'),
  shareWith: z.array(z.string()).max(50).default([]).describe('Names of accounts, or ids.'),
});

const instance = z.strictObject({
  account,
  region,
  name,
  type: z.string(),
  image: z.string().describe('Name of an image of the seed, or an image id.'),
  vswitch: z.string().describe('Name of a VSwitch of the seed, or an id.'),
  securityGroup: z.string().describe('Name of a security group of the seed, or an id.'),
  count: z.int().min(1).max(100).default(1),
});

const commandOutput = z.strictObject({
  match: z.string().min(1).describe('Part of a Cloud Assistant command; * stands for any text.'),
  output: z.string(),
  exitCode: z.int().min(0).max(255).default(0),
});

export const seedSchema = z
  .strictObject({
    accounts: accounts.default([]),
    vpcs: z.array(vpc).default([]),
    images: z.array(image).default([]),
    instances: z.array(instance).default([]),
    commandOutputs: z.array(commandOutput).default([]),
  })
  .superRefine((seed, context) => {
    const known = new Set(seed.accounts.map((declared) => declared.name));
    for (const kind of ['vpcs', 'images', 'instances'] as const) {
      for (const [at, entry] of seed[kind].entries()) {
        if (known.has(entry.account)) continue;
        const message = `there is no account ${entry.account} under accounts`;
        context.addIssue({ code: 'custom', path: [kind, at, 'account'], message });
      }
    }
    for (const [at, entry] of seed.images.entries()) {
      for (const [share, target] of entry.shareWith.entries()) {
        if (known.has(target) || /^\d{16}$/.test(target)) continue;
        const message = `${target} is neither an account under accounts nor 16 digits`;
        context.addIssue({ code: 'custom', path: ['images', at, 'shareWith', share], message });
      }
    }
  });

export type Seed = z.output<typeof seedSchema>;
