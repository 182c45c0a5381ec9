/** The drift of the 140 real pages against the provider schema: one process, reading included. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Effort, Measured } from './measure.ts';
import { atMost, processTime } from './measure.ts';

const checkout = path.resolve(import.meta.dirname, '..');
const shared = process.env['ALIMOCK_DOCS'] ?? path.join(path.dirname(checkout), 'shared');

/** The command as a user types it. */
const drift = (...folders: readonly string[]): readonly string[] => [
  path.join(checkout, 'bin', 'alimock.js'),
  'drift',
  ...folders.map((folder) => path.join(shared, 'docs', folder, '*.markdown')),
  ...[
    '--against',
    `schema:${path.join(shared, 'schema', 'alicloud-1.240.0-ecs-vpc.json')}`,
    '--fail-on',
    'never',
  ],
];

const nothing: Measured = { figures: [], targets: [] };

/** The pages are not part of this repository: without them there is nothing to measure. */
export const measureDrift = ({ isShort }: Effort): Measured => {
  if (!existsSync(path.join(shared, 'docs', 'r'))) return nothing;
  const runs = isShort ? 1 : 5;
  const all = processTime(drift('r', 'd'), runs);
  // Every other page.
  const part = processTime([...drift('r', 'd'), '--shard', '1/2'], runs);
  const start = processTime([path.join(checkout, 'bin', 'alimock.js'), 'drift', '--help'], runs);
  const growth = (all - start) / Math.max(1, part - start);
  return {
    figures: [
      {
        name: 'drift of the 140 pages',
        unit: 'ms',
        ours: all,
        peers: { 'half of the pages': part, 'start alone': start },
      },
    ],
    targets: [
      atMost('drift of the 140 pages against the schema', all, 5000, ' ms'),
      // Linear is 2; what is read once, the schema, lowers it, and noise raises it.
      atMost('growth from half of the pages to all of them', growth, 2.6, ' times', 2),
    ],
  };
};
