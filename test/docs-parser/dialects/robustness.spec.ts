import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@playwright/test';
import fc from 'fast-check';
import { readExample } from '../../../docs-parser/dialects/read-example.ts';

const languages = ['hcl', 'python', 'typescript', 'go', 'java', 'csharp'];

/** The code of a fixture page. */
const codeOf = (language: string): string =>
  /```\w+\n([\s\S]*?)```/.exec(
    readFileSync(path.join(import.meta.dirname, 'fixtures', `bastion.${language}.markdown`), 'utf8'),
  )?.[1] ?? '';

const piece = fc.constantFrom(
  '${',
  '}',
  '"',
  "'",
  '`',
  '(',
  ')',
  '[',
  '{',
  '\n',
  '.',
  '=',
  '*',
  '@"',
  '<<-X\n',
  '\\',
);

for (const language of languages) {
  const code = codeOf(language);
  test(`${language} with a piece cut out, put in or repeated never throws`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(code.length),
        fc.nat(200),
        fc.array(fc.oneof(piece, fc.string()), { maxLength: 6 }),
        async (at, length, pieces) => {
          await readExample(code.slice(0, at) + pieces.join('') + code.slice(at + length), language, {
            line: 1,
            column: 1,
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test(`${language} of 200 kB is read in a time that grows with its length`, async () => {
    // The whole test must be done within the usual limit; a reader that looks back at all before is not.
    await readExample(code.repeat(Math.ceil(200_000 / code.length)), language, { line: 1, column: 1 });
  });
}
