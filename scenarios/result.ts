/** Result: what a driver saw of one scenario, as plain data. */
import * as z from 'zod';
import { positionSchema } from '../docs-parser/position.ts';
import { promiseKindSchema, trustSchema } from './scenario.ts';

/** One API call of a scenario, for the report of a failure. */
export const apiCallSchema = z.object({
  action: z.string(),
  account: z.string(),
  /** Parameters by wire name; secrets are masked. */
  parameters: z.record(z.string(), z.string()),
  status: z.number(),
  code: z.string().nullable(),
  message: z.string().nullable(),
});

export const resultSchema = z.object({
  scenario: z.string(),
  kind: promiseKindSchema,
  title: z.string(),
  trust: trustSchema,
  page: z.object({ file: z.string(), position: positionSchema }).nullable(),
  driver: z.string(),
  verdict: z.enum(['passed', 'failed', 'not-checked']),
  /** Why it was not checked; null otherwise. */
  reason: z.string().nullable(),
  failure: z
    .object({
      /** Number of the step, from 1; 0: while the prerequisites were made. */
      step: z.number(),
      /** The step in words. */
      doing: z.string(),
      expected: z.string(),
      observed: z.string(),
      calls: z.array(apiCallSchema),
      /** Who is to blame, where a second driver carried the scenario out as well; null: not known. */
      blame: z
        .object({ on: z.enum(['provider', 'page or emulator', 'binding']), because: z.string() })
        .nullable(),
    })
    .nullable(),
  durationMs: z.number(),
});

/** All results of one page, or of one file of hand-written scenarios. */
export const pageResultSchema = z.object({
  file: z.string(),
  name: z.string(),
  results: z.array(resultSchema),
});

/** What `alimock check --reporter json` prints. */
export const checkReportSchema = z.object({
  schemaVersion: z.literal(1),
  driver: z.string(),
  pages: z.array(pageResultSchema),
  summary: z.object({
    passed: z.number(),
    failed: z.number(),
    notChecked: z.number(),
    durationMs: z.number(),
  }),
});

export type ApiCall = z.infer<typeof apiCallSchema>;
export type Result = z.infer<typeof resultSchema>;
export type PageResult = z.infer<typeof pageResultSchema>;
export type CheckReport = z.infer<typeof checkReportSchema>;
