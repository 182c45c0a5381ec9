/** Issue 6: planted drift between a page and a schema. Each is found, on its line, and nothing else is. */
import { expect, test } from '@playwright/test';
import { compareSurfaces, pageSurface } from '../../drift/index.ts';
import type { Drift } from '../../drift/index.ts';
import { providerSchemaFile, schemaSurfaces } from '../../drift/sources/provider-schema.ts';
import { schemaWith, tankBlock } from './fixtures/tank-schema.ts';
import type { Block } from './fixtures/tank-schema.ts';
import { planted } from './planted-schema-edits.ts';
import { edited, lineOf, read, tankPage } from './planted.ts';

const find = async (source: string, block: Block): Promise<Drift[]> => {
  const [other] = schemaSurfaces(providerSchemaFile.parse(schemaWith(block)), 'schema.json');
  if (other === undefined) throw new Error('the schema has no resource');
  return compareSurfaces(pageSurface(await read(source)), other);
};

test('page and schema agree before anything is planted', async () => {
  expect(await find(tankPage, tankBlock())).toEqual([]);
});

for (const { what, page, schema, kind, path, line } of planted) {
  test(`${kind}: ${what}`, async () => {
    const source = page === undefined ? tankPage : edited(tankPage, ...page);
    const block = tankBlock();
    schema?.(block);
    const found = await find(source, block);
    expect(found.map((drift) => [drift.kind, drift.path, drift.from.place.position?.line])).toEqual([
      [kind, path, lineOf(source, line)],
    ]);
    // Both sides are quoted, and the schema's by its pointer.
    expect(found[0]?.from.place.quote).toContain(line);
    expect(found[0]?.against.place.pointer).toMatch(
      /^\/provider_schemas\/registry\.terraform\.io~1aliyun~1alicloud\/resource_schemas\/alicloud_tank/,
    );
    expect(found[0]?.suggestion).not.toBeNull();
  });
}
