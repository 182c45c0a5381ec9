import path from 'node:path';
import type { Answers } from './plan.ts';

/** The contract spec: a test for each promise of the pages. Run it from anywhere. */
export const specFile = ({ pages, spec }: Answers): string => {
  const up = path.posix.relative(path.posix.dirname(spec), '.');
  const root = up === '' ? 'import.meta.dirname' : `path.resolve(import.meta.dirname, ${literal(up)})`;
  return `// One test for each promise of the documentation pages, run by Playwright Test against alimock's ECS.
// A promise that cannot be checked is a skipped test that says why.
${up === '' ? '' : "import path from 'node:path';\n"}import { contract } from 'alimock/playwright';

await contract([${pages.map(literal).join(', ')}], { cwd: ${root} });
`;
};

const literal = (text: string): string => `'${text.replace(/['\\]/g, String.raw`\$&`)}'`;

/** A word of a shell's line, quoted only where it must be. */
export const shellWord = (text: string): string =>
  /^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
