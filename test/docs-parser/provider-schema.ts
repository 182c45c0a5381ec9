import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { PageSpec } from '../../docs-parser/index.ts';
import { shared } from '../shared-data.ts';

const attribute = z.object({ optional: z.boolean().optional(), required: z.boolean().optional() });

interface Block {
  attributes?: Record<string, z.infer<typeof attribute>> | undefined;
  block_types?: Record<string, { block: Block }> | undefined;
}

const block: z.ZodType<Block> = z.lazy(() =>
  z.object({
    attributes: z.record(z.string(), attribute).optional(),
    block_types: z.record(z.string(), z.object({ block })).optional(),
  }),
);

const schemas = z.record(z.string(), z.object({ block }));

const file = z.object({
  provider_schemas: z.record(
    z.string(),
    z.object({ resource_schemas: schemas, data_source_schemas: schemas }),
  ),
});

/** Paths of what can be set in a block, nested blocks included. */
const settable = ({ attributes = {}, block_types = {} }: Block): string[] => [
  ...Object.entries(attributes).flatMap(([name, { optional, required }]) =>
    optional === true || required === true ? [name] : [],
  ),
  ...Object.entries(block_types).flatMap(([name, nested]) => [
    name,
    ...settable(nested.block).map((path) => `${name}.${path}`),
  ]),
];

/** Reads what `terraform providers schema -json` printed; the answer gives a page's arguments by path. */
export const providerSchemas = (): ((page: PageSpec) => ReadonlySet<string> | undefined) => {
  const text = readFileSync(shared('schema', 'alicloud-1.240.0-ecs-vpc.json'), 'utf8');
  const [provider] = Object.values(file.parse(JSON.parse(text)).provider_schemas);
  return ({ kind, name }) => {
    const found = (kind === 'resource' ? provider?.resource_schemas : provider?.data_source_schemas)?.[name];
    return found === undefined ? undefined : new Set(settable(found.block));
  };
};
