/** `npm run generate`: the README's table of what is emulated. */
import { readFile, writeFile } from 'node:fs/promises';
import { withFamilies } from './families.ts';

const readme = new URL('../../README.md', import.meta.url);
await writeFile(readme, withFamilies(await readFile(readme, 'utf8')));
