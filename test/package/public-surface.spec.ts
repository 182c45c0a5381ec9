import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { implementedActions } from '../../emulator/operations.ts';
import { products } from '../../emulator/wire/products.ts';
import { checkout } from '../cli/alimock.ts';

/** What users may import. A change here is a change for them: say so in CHANGELOG.md. */
const publicExports: Readonly<Record<string, readonly string[]>> = {
  alimock: ['ManualClock', 'createEmulator', 'defaultQuotas', 'rules', 'systemClock'],
  'alimock/msw': ['handlers'],
  'alimock/msw/browser': ['createEmulator', 'forgetKeptState', 'handlers', 'startInBrowser'],
  'alimock/msw/browser/standalone': ['createEmulator', 'forgetKeptState', 'handlers', 'startInBrowser'],
  'alimock/msw/browser/console': ['startWithConsole'],
  'alimock/docs-parser': [
    'UnreadablePageError',
    'addressOf',
    'openPageCache',
    'pageSpecSchema',
    'parsePage',
    'parsePages',
  ],
  'alimock/scenarios': [
    'ScenarioFileError',
    'companionsOf',
    'createSdkDriver',
    'createTerraformDriver',
    'deriveScenarios',
    'observePage',
    'readScenarioFile',
    'runScenarios',
    'sentencesWithoutPromise',
    'toYaml',
  ],
  'alimock/drift': [
    'DriftSourceError',
    'compareSurfaces',
    'compareVersions',
    'driftCatalogue',
    'driftKinds',
    'findDrift',
    'findingsOf',
    'openSource',
    'pageSurface',
  ],
  'alimock/remark-lint': ['default'],
  'alimock/playwright': ['contract'],
};

for (const [entry, names] of Object.entries(publicExports)) {
  test(`${entry} exports what is documented, and nothing else`, () => {
    // In a process of its own, by the package's own name, so that package.json's exports are what is tested.
    const code = `process.stdout.write(JSON.stringify(Object.keys(await import('${entry}')).sort()))`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: checkout,
      encoding: 'utf8',
    });
    expect(JSON.parse(printed)).toEqual([...names].sort());
  });
}

test('every function that is registered as an action is one of its API', () => {
  for (const product of products) {
    for (const action of implementedActions(product.name)) {
      expect(product.shapesOf(action), `${product.name} has no action ${action}`).toBeDefined();
    }
  }
});

test('the emulator loads neither the SDK nor msw', () => {
  const code = `
    await import(${JSON.stringify(path.join(checkout, 'dist/emulator/index.js'))});
    const { createRequire } = await import('node:module');
    const loaded = Object.keys(createRequire(import.meta.url).cache).filter((file) => /@alicloud|msw/.test(file));
    process.stdout.write(JSON.stringify(loaded));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: checkout,
    encoding: 'utf8',
  });
  expect(JSON.parse(printed)).toEqual([]);
});
