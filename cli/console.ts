import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { consoleFolder } from './console-folder.ts';

/** `alimock console`: the console's files for a site that has the emulator in its pages. */
export const consoleCommand = (): Command =>
  new Command('console')
    .summary('put the console among the files of a site that has the emulator in its pages')
    .description(
      "Copies the console into a folder of a site, as `msw init` does with msw's worker script. Opened there, it shows the " +
        'emulator of a page of the same site that was started with startWithConsole() of alimock/msw/browser/console. ' +
        '`alimock serve` has a console of its own and needs no copy.',
    )
    .argument('<folder>', 'where the files go, for example public/alimock')
    .addHelpText('after', '\nExample:\n  alimock console public/alimock   # then open /alimock/index.html')
    .action(async (folder: string) => {
      await mkdir(folder, { recursive: true });
      await cp(consoleFolder, folder, { recursive: true });
      process.stdout.write(`The console is in ${path.join(folder, 'index.html')}.\n`);
    });
