import { Command } from 'commander';
import { expandPages, readPage } from './pages.ts';

/** `alimock scenarios`: the scenarios of a page as YAML, to read, edit and run with `check --scenarios`. */
export const scenariosCommand = (): Command =>
  new Command('scenarios')
    .summary('print the scenarios that are derived from pages, as YAML')
    .description(
      'Prints the scenarios that `alimock check` derives from the pages, as YAML. An edited or hand-written file ' +
        'runs with `alimock check --scenarios FILE`. The schema is schemas/scenarios.json. Sentences of a page that ' +
        'promise nothing stand at the end, as comments.',
    )
    .argument('<pages...>', 'files, or patterns in quotes')
    .action(async (patterns: string[]) => {
      const [{ parsePage }, { companionsOf, deriveScenarios, sentencesWithoutPromise, toYaml }] =
        await Promise.all([import('../docs-parser/index.ts'), import('../scenarios/index.ts')]);
      for (const file of await expandPages(patterns)) {
        const { source } = await readPage(file);
        const page = await parsePage(source, { file });
        process.stdout.write(toYaml(deriveScenarios(page, await companionsOf(page, file))));
        for (const { text, position, why } of sentencesWithoutPromise(page)) {
          process.stdout.write(
            `# line ${position.line} promises nothing, since ${why}: ${text.replaceAll('\n', ' ')}\n`,
          );
        }
      }
    });
