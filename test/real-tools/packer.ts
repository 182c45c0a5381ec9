import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './tool.ts';
import type { Tool } from './tool.ts';

const moduleOf = (name: string): string => path.join(import.meta.dirname, name);
const modules = ['packer', 'packer-plugin'].map(moduleOf);

const pluginVersion = '1.1.2';

/** Packer and its plugin for Alibaba Cloud, built from their Go modules. */
export const packer: Tool = {
  name: 'packer',
  title: 'Packer with its plugin for Alibaba Cloud',
  inputs: modules.flatMap((folder) => [path.join(folder, 'go.mod'), path.join(folder, 'go.sum')]),
  install(folder) {
    build('packer', 'github.com/hashicorp/packer', packerIn(folder));
    const plugin = pluginFile(folder);
    mkdirSync(path.dirname(plugin), { recursive: true });
    build('packer-plugin', 'github.com/hashicorp/packer-plugin-alicloud', plugin);
    // Packer takes no plugin without its checksum beside it.
    const sum = createHash('sha256').update(readFileSync(plugin)).digest('hex');
    writeFileSync(`${plugin}_SHA256SUM`, sum);
  },
};

/** The program in the folder of the tool. */
export const packerIn = (folder: string): string => path.join(folder, 'bin', 'packer');

/** What PACKER_PLUGIN_PATH has to name, for the folder of the tool. */
export const packerPluginsIn = (folder: string): string => path.join(folder, 'plugins');

/** The name tells Packer the version, that of the plugin's protocol (x5.0), and the platform. */
const pluginFile = (folder: string): string =>
  path.join(
    packerPluginsIn(folder),
    'github.com',
    'hashicorp',
    'alicloud',
    `packer-plugin-alicloud_v${pluginVersion}_x5.0_${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`,
  );

const build = (name: string, program: string, output: string): void => {
  run('go', ['build', '-mod=readonly', '-ldflags=-s -w', '-o', output, program], {
    cwd: moduleOf(name),
    missing: 'It needs Go 1.24 or newer.',
    env: { GOFLAGS: '' },
  });
};
