/** The reviewed list of the provider's acceptance tests: which pass, and why the others do not. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

/** Under what a test is run that the usual does not suit. */
const conditionsSchema = z.strictObject({
  /** The region, for a test that skips itself elsewhere; default "cn-hangzhou". */
  region: z.string().optional(),
  /** "real": changes take their time, for a test that ends what is still going on; default "immediate". */
  pace: z.enum(['immediate', 'real']).optional(),
});

export type Conditions = z.infer<typeof conditionsSchema>;

const conditionedTest = z.strictObject({ test: z.string(), ...conditionsSchema.shape });

const listSchema = z.strictObject({
  /** Tests that pass: a name, or a name with conditions. */
  passing: z
    .array(z.union([z.string().transform((test) => conditionedTest.parse({ test })), conditionedTest]))
    .min(1),
  others: z.array(
    z.strictObject({
      ...conditionedTest.shape,
      /**
       * Who is to blame. "account": it wants what only the developers' own account has; "product": it calls a product that
       * is not emulated; "provider": test or provider is wrong; "alimock": the emulator falls short.
       */
      verdict: z.enum(['account', 'product', 'provider', 'alimock']),
      /** Part of what it prints, so that no other failure hides behind it. */
      says: z.string().min(1),
      why: z.string().min(1),
    }),
  ),
});

export type AcceptanceList = z.infer<typeof listSchema>;

/** @throws Error if the list is malformed */
export const readAcceptanceList = (): AcceptanceList =>
  listSchema.parse(parse(readFileSync(path.join(import.meta.dirname, 'tests.yaml'), 'utf8')));
