/** `npm run generate`: writes the published JSON Schemas of everything that alimock prints or reads. */
import { writeFile } from 'node:fs/promises';
import { pageSpecJsonSchema } from '../docs-parser/json-schema.ts';
import { driftHistoryJsonSchema } from '../drift/json-schema.ts';
import { adminOpenApi } from '../emulator/admin/openapi.ts';
import { baselineJsonSchema, findingReportJsonSchema } from '../findings/json-schema.ts';
import { configJsonSchema } from '../lint/config.ts';
import { checkReportJsonSchema, scenarioJsonSchema } from '../scenarios/json-schema.ts';

/** File name → schema. */
export const publishedSchemas = {
  'page-spec.json': pageSpecJsonSchema,
  'scenarios.json': scenarioJsonSchema,
  'check-report.json': checkReportJsonSchema,
  'config.json': configJsonSchema,
  'findings.json': findingReportJsonSchema,
  'findings-baseline.json': baselineJsonSchema,
  'drift-history.json': driftHistoryJsonSchema,
  'admin-api.json': adminOpenApi,
} as const;

/** The file's text, as it is committed. */
export const schemaText = (name: keyof typeof publishedSchemas): string =>
  `${JSON.stringify(publishedSchemas[name](), null, 2)}\n`;

if (process.argv[1] === import.meta.filename) {
  for (const name of Object.keys(publishedSchemas) as (keyof typeof publishedSchemas)[]) {
    await writeFile(new URL(name, import.meta.url), schemaText(name));
    process.stdout.write(`schemas/${name}\n`);
  }
}
