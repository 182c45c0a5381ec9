/**
 * `npm run score -- --docs DIR --schema FILE`: how well pages are read, against the provider's own schema.
 *   --docs DIR       folder of pages
 *   --schema FILE    what `terraform providers schema -json` prints
 *   --verdicts FILE  what somebody judged each disagreement to be (see score/alicloud-1.240.0.yaml)
 *   --json FILE      writes figures and disagreements as well
 * Exit codes: 0 compared, 1 a disagreement has no verdict or is the parser's fault, 2 an input cannot be read.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { alignColumns } from '../cli/columns.ts';
import type { PageScore } from './compare.ts';
import { scorePages } from './score-pages.ts';
import { fraction, summarise } from './summary.ts';
import type { Figure } from './summary.ts';
import { readVerdicts, judge, shortName } from './verdicts.ts';
import type { Judgement } from './verdicts.ts';

const percent = (part: number): string => `${(part * 100).toFixed(2)} %`;

const figureRow = (figure: Figure): string[] => [
  figure.kind,
  figure.measure === 'attributes' ? 'attributes, recall' : figure.measure,
  figure.depth === null ? 'all' : String(figure.depth),
  `${figure.share.right} of ${figure.share.of}`,
  percent(figure.share.right / figure.share.of),
  figure.excused === 0 ? '' : `${percent(fraction(figure))} without ${figure.excused} faults of pages`,
];

const judgementLines = (judgements: readonly Judgement[]): string[] => {
  let last = '';
  return judgements.flatMap(({ score, disagreement: { kind, path, line, detail }, verdict }) => {
    const page = shortName(score.file);
    const heading = page === last ? [] : ['', page];
    last = page;
    const judged =
      verdict === undefined ? '' : `  [${verdict.verdict}, line ${verdict.line}: ${verdict.why}]`;
    return [...heading, `  ${line ?? '-'}  ${kind}  ${path}: ${detail}${judged}`];
  });
};

const unnamedLines = (scores: readonly PageScore[]): string[] =>
  scores.flatMap(({ file, unnamed }) =>
    unnamed.length === 0 ? [] : [`  ${shortName(file)}: ${unnamed.join(', ')}`],
  );

const run = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      docs: { type: 'string' },
      schema: { type: 'string' },
      verdicts: { type: 'string' },
      json: { type: 'string' },
    },
  });
  if (values.docs === undefined || values.schema === undefined)
    throw new Error('Usage: npm run score -- --docs DIR --schema FILE [--verdicts FILE] [--json FILE]');
  const { scores, unknown } = await scorePages(values.docs, await readFile(values.schema, 'utf8'));
  const verdicts = values.verdicts === undefined ? [] : await readVerdicts(values.verdicts);
  const { judgements, stale } = judge(scores, verdicts);
  const figures = summarise(scores, judgements);
  const lines = [
    ...judgementLines(judgements),
    '',
    'Names of the schema that stand nowhere on the page outside its examples:',
    ...unnamedLines(scores),
    '',
    ...alignColumns([['pages of', 'measure', 'depth', 'right', 'share', ''], ...figures.map(figureRow)]),
    '',
    `${scores.length} pages, ${judgements.length} disagreements.`,
    ...unknown.map((file) => `Not in the schema: ${file}`),
    ...stale.map((key) => `This verdict fits no disagreement any more: ${key}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (values.json !== undefined)
    await writeFile(values.json, `${JSON.stringify({ figures, judgements, unknown, stale }, null, 2)}\n`);
  if (values.verdicts === undefined) return 0;
  const isOpen = judgements.some(({ verdict }) => verdict === undefined || verdict.verdict === 'parser');
  return isOpen || stale.length > 0 ? 1 : 0;
};

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`score: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
