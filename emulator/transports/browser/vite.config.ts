import path from 'node:path';
import { defineConfig } from 'vite';

const checkout = path.resolve(import.meta.dirname, '../../..');

/**
 * Puts alimock/msw/browser and all that it needs into one file, for pages without a build tool. msw's cookie jar asks for
 * the list of all public suffixes, 50 kB gzipped; here a rule that fits the hosts of Alibaba Cloud stands in for it.
 */
export default defineConfig({
  root: checkout,
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { alias: { tldts: path.join(import.meta.dirname, 'registrable-domain.ts') } },
  build: {
    outDir: 'dist/browser',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    // As one of a site's scripts and not as a library, whose white space Vite keeps.
    minify: true,
    modulePreload: false,
    rolldownOptions: {
      input: path.join(import.meta.dirname, 'index.ts'),
      preserveEntrySignatures: 'strict',
      // Else a long constant (the catalog's) is copied to each place that uses it.
      optimization: { inlineConst: false },
      output: { format: 'es', codeSplitting: false, entryFileNames: 'alimock.js' },
    },
  },
});
