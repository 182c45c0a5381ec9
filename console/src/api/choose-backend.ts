import type { Backend } from './backend.ts';
import { HttpBackend } from './http-backend.ts';
import { PageBackend } from './page-backend.ts';

/** Where `alimock serve` has the console; anywhere else it lies among the files of a site with an emulator of its own. */
const servedPath = '/_alimock/console/';

export const chooseBackend = ({ pathname }: { readonly pathname: string }): Backend =>
  pathname.includes(servedPath) ? new HttpBackend() : new PageBackend();
