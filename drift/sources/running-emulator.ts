/** `emulator`, `emulator:terraform` and `emulator:plan`: sources for which something has to run. */
import type { PageCache } from '../../docs-parser/index.ts';
import { deriveScenarios } from '../../scenarios/derive/derive-scenarios.ts';
import { quoted } from '../findings.ts';
import type { OpenSource, Source } from '../source.ts';
import { emulatorSource } from './emulator-source.ts';
import type { RunContract } from './emulator-source.ts';
import { planSource } from './plan-source.ts';
import type { Observe } from './plan-source.ts';

export interface SourceOptions {
  /** Folder with the Terraform provider, for the driver terraform; else `terraform init` gets the released one. */
  readonly providerDir?: string;
  /** Where specs of unchanged pages come from; null reads every page anew. */
  readonly pageCache?: PageCache | null;
}

/** The options as a command line has them. */
export const optionsInWords = ({ providerDir }: SourceOptions): string =>
  providerDir === undefined ? '' : `--provider-dir ${quoted(providerDir)}`;

const choices = ['sdk', 'terraform', 'plan'] as const;
type Choice = (typeof choices)[number];

export const isRunning = (name: string): name is Choice => choices.some((choice) => choice === name);

/** What looks at pages, and how it is ended. */
interface Running {
  readonly run: RunContract;
  readonly observe: Observe;
  readonly close: () => Promise<void>;
}

/** The SDK takes a second to load, and Terraform several to start: only once a page is to be tried. */
export const runningEmulator = (choice: Choice, options: SourceOptions): OpenSource => {
  let running: Promise<Running> | null = null;
  const start = (): Promise<Running> => (running ??= choice === 'sdk' ? startSdk() : startTerraform(options));
  const run: RunContract = async (page) => (await start()).run(page);
  const observe: Observe = async (page) => (await start()).observe(page);
  return {
    ...sourceOf(choice, run, observe),
    ...(choice === 'sdk' ? {} : { options: optionsInWords(options) }),
    close: async () => (await running?.catch(() => null))?.close(),
  };
};

const sourceOf = (choice: Choice, run: RunContract, observe: Observe): Source => {
  if (choice === 'plan') return planSource(observe);
  return emulatorSource(choice, run, choice === 'terraform' ? observe : null);
};

const startSdk = async (): Promise<Running> => {
  const { createSdkDriver, runScenarios } = await import('../../scenarios/index.ts');
  const driver = createSdkDriver();
  return {
    run: async ({ spec }) => {
      const results = await runScenarios(deriveScenarios(spec), driver);
      return { file: spec.file, name: spec.name, results };
    },
    observe: () => Promise.resolve(null),
    close: () => driver.close(),
  };
};

const startTerraform = async ({ providerDir }: SourceOptions): Promise<Running> => {
  const { createSdkDriver, createTerraformDriver, observePage, runScenarios } =
    await import('../../scenarios/index.ts');
  const driver = createTerraformDriver({ ...(providerDir === undefined ? {} : { providerDir }) });
  // The witness says whether the page or the provider is to blame.
  const witness = createSdkDriver();
  await driver.ready?.();
  return {
    run: async ({ spec }) => {
      const results = await runScenarios(deriveScenarios(spec), driver, { witness });
      return { file: spec.file, name: spec.name, results };
    },
    observe: async ({ spec }) => observePage(spec, await driver.planner()),
    close: async () => {
      await Promise.all([driver.close(), witness.close()]);
    },
  };
};
