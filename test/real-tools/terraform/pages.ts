/**
 * The examples of all ECS pages by the real Terraform. Tests declare themselves from it; as a
 * program it prints how each fares: npx tsx test/real-tools/terraform/pages.ts [PAGE…]
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePage } from '../../../docs-parser/index.ts';
import { Seats } from '../../../scenarios/drivers/terraform/seats.ts';
import { inParallel } from '../../../scenarios/run/in-parallel.ts';
import { hasSharedData, shared } from '../../shared-data.ts';
import { provider } from '../terraform-provider.ts';
import { toolFolder } from '../tool.ts';
import { exampleCodes } from './example-code.ts';
import { runExample } from './run-example.ts';
import type { ExampleOutcome, PageExample } from './run-example.ts';

/** The first example of each page of a section. @param subcategory as in the front matter: "ECS" */
export const firstExamples = async (subcategory: string): Promise<PageExample[]> => {
  if (!hasSharedData) return [];
  const files = ['r', 'd'].flatMap((kind) =>
    readdirSync(shared('docs', kind)).map((file) => `${kind}/${file}`),
  );
  const found = await Promise.all(
    files.map(async (file): Promise<PageExample[]> => {
      const source = readFileSync(shared('docs', file), 'utf8');
      if (!source.includes(`subcategory: "${subcategory}"`)) return [];
      const page = await parsePage(source, { file });
      const [code] = exampleCodes(page, source);
      if (code === undefined) return [];
      const own = new RegExp(`resource\\s+"${page.name}"\\s+"([^"]+)"`).exec(code.files['main.tf'] ?? '');
      const imported = own?.[1] !== undefined && page.import !== null ? `${page.name}.${own[1]}` : null;
      // Other pages say so of what is paid in advance only.
      const staysForever = source.includes(`Terraform cannot destroy resource \`${page.name}\``);
      return [{ page: file, type: page.name, code, imported, staysForever }];
    }),
  );
  return found.flat();
};

/** The provider sleeps much of the time, so more run at a time than the machine has cores. */
const atOnce = 6;

/** Runs examples. @param onOutcome is told of each as soon as it is there */
export const runExamples = async (
  examples: readonly PageExample[],
  onOutcome: (example: PageExample, outcome: ExampleOutcome) => void = () => undefined,
): Promise<Map<string, ExampleOutcome>> => {
  const folder = toolFolder(provider);
  const seats = new Seats(path.join(folder, 'terraform-provider-alicloud'), 'aliyun/alicloud', atOnce);
  const outcomes = new Map<string, ExampleOutcome>();
  try {
    await inParallel(examples, atOnce, async (example) => {
      const outcome = await runExample(example, seats, folder);
      outcomes.set(example.page, outcome);
      onOutcome(example, outcome);
    });
  } finally {
    await seats.close();
  }
  return outcomes;
};

if (process.argv[1] === import.meta.filename) {
  const wanted = process.argv.slice(2);
  const examples = (await firstExamples('ECS')).filter(
    ({ page }) => wanted.length === 0 || wanted.some((name) => page.includes(name)),
  );
  await runExamples(examples, ({ page, code }, outcome) =>
    process.stdout.write(`${JSON.stringify({ page, line: code.line, ...outcome })}\n`),
  );
}
