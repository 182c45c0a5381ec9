/** The configuration of lint: which rules, how severe, on which pages. */
import * as z from 'zod';
import type { Severity } from '../findings/index.ts';
import { lintRules } from './catalogue.ts';

const settingSchema = z.enum(['off', 'info', 'warning', 'error']);

/** Severities by rule. Only rules that exist are taken. */
export const ruleSettingsSchema = z.strictObject(
  Object.fromEntries(
    lintRules.map(({ id, severity, what }) => [
      id,
      settingSchema.optional().meta({ description: `${what} Default: ${severity}.` }),
    ]),
  ),
);

const globsSchema = z.array(z.string().min(1));

export const lintConfigSchema = z.strictObject({
  rules: ruleSettingsSchema.optional().meta({ description: 'Severities by rule.' }),
  ignore: globsSchema.optional().meta({ description: 'Pages that are left out; relative to this file.' }),
  complete: z
    .boolean()
    .optional()
    .meta({ description: 'The pages are all that the provider has: a type without a page is a finding.' }),
  overrides: z
    .array(z.strictObject({ files: globsSchema.min(1), rules: ruleSettingsSchema }))
    .optional()
    .meta({ description: 'Severities for some pages. Later entries win.' }),
});

/** The file alimock.config.yaml, .yml or .json. */
export const configFileSchema = z.strictObject({
  $schema: z.string().optional(),
  lint: lintConfigSchema.optional(),
});

export type LintConfig = z.infer<typeof lintConfigSchema>;
export type RuleSetting = Severity | 'off';

/** JSON Schema (draft 2020-12) of the configuration file. */
export const configJsonSchema = (): object => ({
  $id: 'https://alimock.dev/schemas/config.json',
  title: 'The configuration of alimock: alimock.config.yaml or alimock.config.json',
  ...z.toJSONSchema(configFileSchema, { target: 'draft-2020-12', io: 'input' }),
});
