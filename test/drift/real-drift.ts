import { readFileSync, readdirSync } from 'node:fs';
import { parsePage } from '../../docs-parser/index.ts';
import { openSource, pageSurface } from '../../drift/index.ts';
import type { Drift } from '../../drift/index.ts';
import { shared } from '../shared-data.ts';

/** Everything that the 140 real pages and the provider schema disagree on. */
export const realDrift = async (): Promise<Drift[]> => {
  const schema = await openSource(`schema:${shared('schema', 'alicloud-1.240.0-ecs-vpc.json')}`);
  const found: Drift[] = [];
  for (const folder of ['r', 'd']) {
    for (const name of readdirSync(shared('docs', folder)).sort()) {
      const file = shared('docs', folder, name);
      const source = readFileSync(file, 'utf8');
      const spec = await parsePage(source, { file });
      found.push(
        ...(await schema.compare({ surface: pageSurface({ spec, source }), page: { spec, source } })),
      );
    }
  }
  return found;
};
