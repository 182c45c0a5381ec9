/** The arguments of the bindings against the provider's own schema (v1.240.0). */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import * as z from 'zod';
import { bindingFor } from '../../../scenarios/bindings/index.ts';
import { needsSharedData, shared } from '../../shared-data.ts';

const attributeSchema = z.object({
  type: z.unknown(),
  required: z.boolean().optional(),
  optional: z.boolean().optional(),
  computed: z.boolean().optional(),
  deprecated: z.boolean().optional(),
});
const resourceSchema = z.object({
  block: z.object({
    attributes: z.record(z.string(), attributeSchema),
    block_types: z.record(z.string(), z.unknown()).default({}),
  }),
});
const fileSchema = z.object({
  provider_schemas: z.record(
    z.string(),
    z.object({
      resource_schemas: z.record(z.string(), resourceSchema),
      data_source_schemas: z.record(z.string(), resourceSchema),
    }),
  ),
});

const types = [
  ['resource', 'alicloud_vpc'],
  ['resource', 'alicloud_vswitch'],
  ['resource', 'alicloud_security_group'],
  ['resource', 'alicloud_instance'],
  ['resource', 'alicloud_image'],
  ['resource', 'alicloud_image_share_permission'],
  ['data', 'alicloud_zones'],
  ['data', 'alicloud_instance_types'],
  ['data', 'alicloud_images'],
] as const;

/** In the schema, but removed from the provider: to set it is an error. */
const removed = new Set(['io_optimized', 'subnet_id']);

const typeNames: Readonly<Record<string, string>> = { list: 'list', set: 'list', map: 'map' };

const typeOf = (type: unknown): string =>
  Array.isArray(type) ? (typeNames[String(type[0])] ?? '') : String(type);

test.describe('arguments', () => {
  needsSharedData();

  for (const [kind, type] of types) {
    test(`${kind} ${type} has the arguments of the schema`, () => {
      const text = readFileSync(shared('schema', 'alicloud-1.240.0-ecs-vpc.json'), 'utf8');
      const [schemas] = Object.values(fileSchema.parse(JSON.parse(text)).provider_schemas);
      const block = (kind === 'data' ? schemas?.data_source_schemas : schemas?.resource_schemas)?.[type]
        ?.block;
      const settable = Object.entries(block?.attributes ?? {}).filter(
        ([name, { required, optional }]) =>
          name !== 'id' && !removed.has(name) && (required === true || optional === true),
      );
      const expected = Object.fromEntries(
        settable.map(([name, { type: itsType, required, deprecated }]) => [
          name,
          { type: typeOf(itsType), required: required === true, deprecated: deprecated === true },
        ]),
      );
      for (const name of Object.keys(block?.block_types ?? {})) {
        if (name !== 'timeouts') expected[name] = { type: 'blocks', required: false, deprecated: false };
      }
      const facts = Object.entries(bindingFor(kind, type)?.arguments ?? {}).map(
        ([name, { type: itsType, required, deprecated }]) => [
          name,
          { type: itsType, required: required === true, deprecated: deprecated === true },
        ],
      );
      expect(Object.fromEntries(facts)).toEqual(expected);
      expect(settable.length).toBeGreaterThan(1);
    });
  }
});
