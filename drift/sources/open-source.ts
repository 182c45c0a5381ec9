import type { PageCache } from '../../docs-parser/index.ts';
import { deriveScenarios } from '../../scenarios/derive/derive-scenarios.ts';
import type { Source } from '../source.ts';
import { DriftSourceError } from '../source.ts';
import { sourceForms } from '../source-forms.ts';
import { docsSource } from './docs-source.ts';
import { checkReportSource, emulatorSource } from './emulator-source.ts';
import { schemaFileSource, terraformSchemaSource } from './schema-source.ts';
import { sdkSource } from './sdk-source.ts';

/** A source that is open; `close` ends what it started. */
export interface OpenSource extends Source {
  close(): Promise<void>;
}

export interface SourceOptions {
  /** Folder with the Terraform provider, for the driver terraform; else `terraform init` gets the released one. */
  readonly providerDir?: string;
  /** Where specs of unchanged pages come from; null reads every page anew. */
  readonly pageCache?: PageCache | null;
}

/**
 * Opens a source by its name.
 * @throws DriftSourceError if there is no such source, or it cannot be read
 */
export const openSource = async (name: string, options: SourceOptions = {}): Promise<OpenSource> => {
  const [kind = '', ...rest] = name.split(':');
  const detail = rest.join(':');
  const still = (source: Source): OpenSource => ({ ...source, close: () => Promise.resolve() });
  switch (kind) {
    case 'schema':
      if (detail === '') break;
      return still(
        detail === 'terraform'
          ? await terraformSchemaSource(options.providerDir)
          : await schemaFileSource(detail),
      );
    case 'docs':
      if (detail === '') break;
      return still(await docsSource(detail, options.pageCache));
    case 'sdk':
      if (detail !== '') break;
      return still(sdkSource());
    case 'emulator':
      if (detail === '' || detail === 'sdk') return runningEmulator('sdk', options);
      return detail === 'terraform'
        ? runningEmulator('terraform', options)
        : still(await checkReportSource(detail));
  }
  throw new DriftSourceError(`There is no source ${name}. Sources are: ${sourceForms}.`);
};

/** The SDK takes a second to load, and Terraform several to start: only once a page is to be tried. */
const runningEmulator = (choice: 'sdk' | 'terraform', options: SourceOptions): OpenSource => {
  let driver: Awaited<ReturnType<typeof loadDriver>> | null = null;
  const source = emulatorSource(choice, async ({ spec }) => {
    driver ??= await loadDriver(choice, options);
    const results = await driver.run(deriveScenarios(spec));
    return { file: spec.file, name: spec.name, results };
  });
  return { ...source, close: async () => driver?.close() };
};

const loadDriver = async (choice: 'sdk' | 'terraform', { providerDir }: SourceOptions) => {
  const { createSdkDriver, createTerraformDriver, runScenarios } = await import('../../scenarios/index.ts');
  const sdk = createSdkDriver();
  const terraform =
    choice === 'sdk'
      ? undefined
      : createTerraformDriver({ ...(providerDir === undefined ? {} : { providerDir }) });
  await terraform?.ready?.();
  const driver = terraform ?? sdk;
  return {
    // The witness says whether the page or the provider is to blame.
    run: (scenarios: Parameters<typeof runScenarios>[0]) =>
      runScenarios(scenarios, driver, terraform === undefined ? {} : { witness: sdk }),
    close: async () => {
      await Promise.all([sdk.close(), terraform?.close()]);
    },
  };
};
