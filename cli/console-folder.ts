import { fileURLToPath } from 'node:url';

/** Where the build leaves the console, beside this folder. */
export const consoleFolder = fileURLToPath(new URL('../console/', import.meta.url));
