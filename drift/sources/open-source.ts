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

/**
 * Opens a source by its name.
 * @throws DriftSourceError if there is no such source, or it cannot be read
 */
export const openSource = async (name: string): Promise<OpenSource> => {
  const [kind = '', ...rest] = name.split(':');
  const detail = rest.join(':');
  const still = (source: Source): OpenSource => ({ ...source, close: () => Promise.resolve() });
  switch (kind) {
    case 'schema':
      if (detail === '') break;
      return still(detail === 'terraform' ? await terraformSchemaSource() : await schemaFileSource(detail));
    case 'docs':
      if (detail === '') break;
      return still(await docsSource(detail));
    case 'sdk':
      if (detail !== '') break;
      return still(sdkSource());
    case 'emulator':
      return detail === '' || detail === 'sdk' ? runningEmulator() : still(await checkReportSource(detail));
  }
  throw new DriftSourceError(`There is no source ${name}. Sources are: ${sourceForms}.`);
};

/** The SDK takes a second to load: only once a page is to be tried. */
const runningEmulator = (): OpenSource => {
  let driver: Awaited<ReturnType<typeof loadDriver>> | null = null;
  const source = emulatorSource('sdk', async ({ spec }) => {
    driver ??= await loadDriver();
    const results = await driver.run(deriveScenarios(spec));
    return { file: spec.file, name: spec.name, results };
  });
  return { ...source, close: async () => driver?.close() };
};

const loadDriver = async () => {
  const { createSdkDriver, runScenarios } = await import('../../scenarios/index.ts');
  const driver = createSdkDriver();
  return {
    run: (scenarios: Parameters<typeof runScenarios>[0]) => runScenarios(scenarios, driver),
    close: () => driver.close(),
  };
};
