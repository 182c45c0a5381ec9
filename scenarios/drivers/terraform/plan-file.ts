/** What `terraform plan -json` and `terraform show -json` print of a plan, as far as it is looked at. */
import * as z from 'zod';
import type { Plan, PlannedChange, PlanProblem } from '../../observe/planner.ts';
import { valueSchema } from '../../scenario.ts';
import type { Value } from '../../scenario.ts';
import { diagnosticsIn } from './diagnostics.ts';

const attributesSchema = z.record(z.string(), valueSchema);

/** Source: Terraform's documentation, "JSON Output Format", plan representation 1.x. */
const planSchema = z.object({
  planned_values: z.object({
    root_module: z.object({
      resources: z.array(z.object({ address: z.string(), schema_version: z.int() })).default([]),
    }),
  }),
  resource_changes: z
    .array(
      z.object({
        address: z.string(),
        change: z.object({
          actions: z.array(z.string()),
          before: attributesSchema.nullable(),
          after: attributesSchema.nullable(),
          /** True, or the members that are unknown; what is false or empty is known. */
          after_unknown: attributesSchema,
          replace_paths: z.array(z.array(z.union([z.string(), z.number()]))).default([]),
        }),
      }),
    )
    .default([]),
});

/** Arguments that are warned of as deprecated, in the plugin SDK's words: `"name": [DEPRECATED] Field …`. */
export const deprecatedIn = (output: string): Map<string, string> =>
  new Map(
    diagnosticsIn(output).flatMap(({ severity, summary }): [string, string][] => {
      const [, name, words] = /^"(\w+)": \[DEPRECATED\] (.*)/.exec(summary) ?? [];
      return severity === 'warning' && name !== undefined && words !== undefined ? [[name, words]] : [];
    }),
  );

/** @param output what `terraform plan -json` printed */
export const problemsIn = (output: string): PlanProblem[] =>
  diagnosticsIn(output).flatMap((diagnostic): PlanProblem[] => {
    if (diagnostic.severity !== 'error') return [];
    const { summary, detail, address, snippet } = diagnostic;
    // What Terraform refuses before it asks the provider has no address, only "resource.alicloud_vpc.default".
    const context = snippet?.context?.replace(/^resource\./, '');
    return [
      { address: address ?? context ?? null, message: detail === '' ? summary : `${summary}: ${detail}` },
    ];
  });

/** @param text what `terraform show -json` printed */
export const changesIn = (text: string): Plan['changes'] => {
  const { planned_values, resource_changes } = planSchema.parse(JSON.parse(text));
  const versions = new Map(
    planned_values.root_module.resources.map(({ address, schema_version }) => [address, schema_version]),
  );
  return new Map(
    resource_changes.map(({ address, change }): [string, PlannedChange] => [
      address,
      {
        actions: change.actions,
        before: change.before,
        after: change.after ?? {},
        unknown: new Set(
          Object.keys(change.after_unknown).filter((name) => isUnknown(change.after_unknown[name])),
        ),
        replaces: change.replace_paths,
        schemaVersion: versions.get(address) ?? 0,
      },
    ]),
  );
};

const isUnknown = (value: Value | undefined): boolean => {
  if (value === true) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(isUnknown);
};
