/**
 * `npm run bench`: every performance target with its peer beside it in the same run.
 *   --short        fewer runs, for CI
 *   --json FILE    writes the figures as well
 * Exit code 1 if a target is not met.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { alignColumns } from '../cli/columns.ts';
import { measureCommandLine } from './command-line.ts';
import { measureInProcess } from './in-process.ts';

const { values } = parseArgs({ options: { short: { type: 'boolean' }, json: { type: 'string' } } });
const isShort = values.short === true;

const measurements = [...measureCommandLine(isShort ? 3 : 9), ...(await measureInProcess(isShort ? 1 : 4))];

const rows = measurements.map(({ name, unit, ours, peer, peerName, target, met }) => [
  met ? 'ok' : 'MISSED',
  name,
  `${ours.toFixed(0)} ${unit}`,
  `${peer.toFixed(0)} ${unit}`,
  (ours / peer).toFixed(2),
  target,
  peerName,
]);
const header = ['', 'what', 'alimock', 'peer', 'ratio', 'target', 'peer is'];
process.stdout.write(`${alignColumns([header, ...rows]).join('\n')}\n`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measurements, null, 2)}\n`);
if (measurements.some(({ met }) => !met)) process.exitCode = 1;
