/** The reviewed list of the provider's acceptance tests: which pass, and why the others do not. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const listSchema = z.strictObject({
  /** Names of tests that pass. */
  passing: z.array(z.string()).min(1),
  others: z.array(
    z.strictObject({
      test: z.string(),
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
