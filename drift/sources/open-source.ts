import type { OpenSource, Source } from '../source.ts';
import { DriftSourceError } from '../source.ts';
import { sourceForms } from '../source-forms.ts';
import { docsSource } from './docs-source.ts';
import { checkReportSource } from './emulator-source.ts';
import { isRunning, optionsInWords, runningEmulator } from './running-emulator.ts';
import type { SourceOptions } from './running-emulator.ts';
import { schemaFileSource, terraformSchemaSource } from './schema-source.ts';
import { sdkSource } from './sdk-source.ts';

export type { OpenSource } from '../source.ts';

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
          ? { ...(await terraformSchemaSource(options.providerDir)), options: optionsInWords(options) }
          : await schemaFileSource(detail),
      );
    case 'docs':
      if (detail === '') break;
      return still(await docsSource(detail, options.pageCache));
    case 'sdk':
      if (detail !== '') break;
      return still(sdkSource());
    case 'emulator':
      if (detail === '') return runningEmulator('sdk', options);
      return isRunning(detail) ? runningEmulator(detail, options) : still(await checkReportSource(detail));
  }
  throw new DriftSourceError(`There is no source ${name}. Sources are: ${sourceForms}.`);
};
