/**
 * Installs the clients that test/real-tools runs against alimock, into a cache outside the work tree:
 * npx tsx test/real-tools/install.ts [NAME…]
 */
import { acceptanceTests } from './acceptance/binary.ts';
import { actionlint } from './actionlint.ts';
import { go } from './go.ts';
import { goReplay } from './go-replay.ts';
import { java } from './java.ts';
import { packer } from './packer.ts';
import { preCommit } from './pre-commit.ts';
import { python } from './python.ts';
import { provider } from './terraform-provider.ts';
import { install } from './tool.ts';

const usual = [python, java, go, goReplay, packer, provider, actionlint, preCommit];
/** Installed only where they are named: they take minutes, and `npm test` does without them. */
const others = [acceptanceTests];
const tools = [...usual, ...others];
const names = process.argv.slice(2);
const unknown = names.filter((name) => !tools.some((tool) => tool.name === name));

if (unknown.length > 0) {
  const known = tools.map(({ name }) => name).join(', ');
  process.stderr.write(`There is no tool ${unknown.join(', ')}. Known are: ${known}.\n`);
  process.exitCode = 2;
} else {
  const wanted = names.length === 0 ? usual : tools.filter(({ name }) => names.includes(name));
  for (const tool of wanted) {
    const started = performance.now();
    try {
      const folder = install(tool);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${tool.name}: ${folder} (${seconds} s)\n`);
    } catch (error) {
      process.stderr.write(`${tool.name}: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  }
}
