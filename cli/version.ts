import { readFileSync } from 'node:fs';
import * as z from 'zod';

const packageSchema = z.object({ version: z.string() });

/** From the source and from dist/ alike, package.json is the nearest one above. */
const packageFile = ['../package.json', '../../package.json']
  .map((path) => new URL(path, import.meta.url))
  .map((url) => {
    try {
      return readFileSync(url, 'utf8');
    } catch {
      return undefined;
    }
  })
  .find((text) => text !== undefined);

/** The version of alimock. */
export const version: string = packageSchema.parse(
  JSON.parse(packageFile ?? '{"version":"unknown"}'),
).version;
