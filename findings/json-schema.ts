import * as z from 'zod';
import { baselineSchema } from './baseline.ts';
import { findingReportSchema } from './finding.ts';

/** JSON Schema (draft 2020-12) of what `alimock lint` and `alimock drift` print with `--format json`. */
export const findingReportJsonSchema = (): object => ({
  $id: 'https://alimock.dev/schemas/findings.json',
  title: 'Findings: what is wrong with documentation pages, or between them and another source',
  ...z.toJSONSchema(findingReportSchema, { target: 'draft-2020-12' }),
});

/** JSON Schema of the file that `--baseline` names. */
export const baselineJsonSchema = (): object => ({
  $id: 'https://alimock.dev/schemas/findings-baseline.json',
  title: 'Baseline: findings that are known and do not fail a run',
  ...z.toJSONSchema(baselineSchema, { target: 'draft-2020-12' }),
});
