import path from 'node:path';
import { processTime } from './measure.ts';
import type { Measurement } from './measure.ts';

const checkout = path.resolve(import.meta.dirname, '..');
const command = path.join(checkout, 'bin', 'alimock.js');
const page = path.join(checkout, 'examples', 'image_share_permission.python.md');

/** Loads what a check cannot do without: the official SDK and msw. */
const loadOnly =
  "await import('@alicloud/ecs20140526'); await import('@alicloud/vpc20160428'); await import('msw/node')";

/** The bare remark parse of the same page. */
const bareRemark = `
  const { readFileSync } = await import('node:fs');
  const { remark } = await import('remark');
  const { default: frontmatter } = await import('remark-frontmatter');
  remark().use(frontmatter).parse(readFileSync(${JSON.stringify(page)}, 'utf8'));`;

const script = (code: string): string[] => ['--input-type=module', '--eval', code];

/** Wall time of the two commands of an ordinary day, node's start included. */
export const measureCommandLine = (runs: number): Measurement[] => {
  const parse = processTime([command, 'parse', page], runs);
  const check = processTime([command, 'check', page], runs);
  return [
    {
      name: 'alimock parse of one page',
      unit: 'ms',
      ours: parse,
      peer: processTime(script(bareRemark), runs),
      peerName: 'node with a bare remark parse',
      target: 'under 500 ms',
      met: parse < 500,
    },
    {
      name: 'alimock check of one page',
      unit: 'ms',
      ours: check,
      peer: processTime(script(loadOnly), runs),
      peerName: 'node that loads the SDK and msw',
      target: 'under 3000 ms',
      met: check < 3000,
    },
  ];
};
