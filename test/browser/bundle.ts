import { build } from 'vite';

/**
 * Bundles a module for the browser, as a user's build tool does; a Node built-in in it is an error.
 * @returns the code
 */
export const bundleForBrowser = async (
  entry: string,
  options: { minify?: boolean; external?: readonly RegExp[] } = {},
): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: options.minify === true,
      target: 'es2022',
      rolldownOptions: {
        input: entry,
        external: [...(options.external ?? [])],
        // Else a long constant (a table of tldts, in msw's cookie jar) is copied to each place that uses it.
        optimization: { inlineConst: false },
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
        onLog: (_level, { code, message }) => {
          if (code === 'UNRESOLVED_IMPORT' || message.includes('externalized for browser')) {
            throw new Error(message);
          }
        },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const part of outputs) {
    if (!('output' in part)) continue;
    for (const chunk of part.output) if (chunk.type === 'chunk' && chunk.isEntry) return chunk.code;
  }
  throw new Error(`${entry} gave no code`);
};
