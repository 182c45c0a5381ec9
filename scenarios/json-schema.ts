import * as z from 'zod';
import { checkReportSchema } from './result.ts';
import { scenarioFileSchema } from './scenario.ts';

/** JSON Schema (draft 2020-12) of a file of scenarios, as one writes it. */
export const scenarioJsonSchema = (): object => ({
  $id: 'https://alimock.dev/schemas/scenarios.json',
  title: 'Scenarios: promises to check, written by hand or derived from a documentation page',
  ...z.toJSONSchema(scenarioFileSchema, { target: 'draft-2020-12', io: 'input' }),
});

/** JSON Schema (draft 2020-12) of what `alimock check --reporter json` prints. */
export const checkReportJsonSchema = (): object => ({
  $id: 'https://alimock.dev/schemas/check-report.json',
  title: 'The report of alimock check',
  ...z.toJSONSchema(checkReportSchema, { target: 'draft-2020-12' }),
});
