import path from 'node:path';
import { atMost, processTime } from './measure.ts';
import type { Effort, Figure, Measured } from './measure.ts';

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
export const measureCommandLine = ({ isShort }: Effort): Measured => {
  const runs = isShort ? 3 : 9;
  const parse: Figure = {
    name: 'alimock parse of one page',
    unit: 'ms',
    ours: processTime([command, 'parse', page], runs),
    peers: { 'node, a bare remark parse': processTime(script(bareRemark), runs) },
  };
  const check: Figure = {
    name: 'alimock check of one page',
    unit: 'ms',
    ours: processTime([command, 'check', page], runs),
    peers: { 'node that loads SDK and msw': processTime(script(loadOnly), runs) },
  };
  return {
    figures: [parse, check],
    targets: [atMost(parse.name, parse.ours, 500, ' ms'), atMost(check.name, check.ours, 3000, ' ms')],
  };
};
