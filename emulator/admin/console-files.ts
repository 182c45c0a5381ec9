import type { HttpReply } from '../transports/http-reply.ts';
import type { HttpRequest } from '../wire/http-call.ts';
import { AdminError } from './admin-error.ts';

/** Where the console is served. */
export const consolePath = '/_alimock/console/';

const types: Readonly<Record<string, string>> = {
  html: 'text/html;charset=utf-8',
  js: 'text/javascript;charset=utf-8',
  css: 'text/css;charset=utf-8',
  svg: 'image/svg+xml',
};

/** Nothing from elsewhere, nothing inline, and nobody may frame it. */
const safety: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Path below the console → text. Read once; a name that is not in it is not served, wherever it leads. */
export type ConsoleFiles = ReadonlyMap<string, string>;

/** Reads the built console. */
export const readConsoleFiles = async (folder: string): Promise<ConsoleFiles> => {
  const [{ readdir, readFile }, path] = await Promise.all([import('node:fs/promises'), import('node:path')]);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && typeOf(entry.name) !== undefined);
  return new Map(
    await Promise.all(
      files.map(async (entry): Promise<[string, string]> => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(folder, file).split(path.sep).join('/'), await readFile(file, 'utf8')];
      }),
    ),
  );
};

/** One file of the console. @throws AdminError 404, 405 */
export const consoleReply = (files: ConsoleFiles, { method, url }: HttpRequest): HttpReply => {
  if (method !== 'GET') throw new AdminError(405, 'MethodNotAllowed', 'Files are only read.');
  const [path = ''] = url.split('?');
  if (path === consolePath.slice(0, -1)) return toConsole;
  const name = path === consolePath ? 'index.html' : path.slice(consolePath.length);
  const body = files.get(name);
  const type = typeOf(name);
  if (body === undefined || type === undefined) {
    throw new AdminError(404, 'NoSuchFile', `The console has no such file. It begins at ${consolePath}.`);
  }
  const isNamedByContent = name.startsWith('assets/');
  return {
    status: 200,
    headers: {
      'content-type': type,
      'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...safety,
    },
    body,
  };
};

const typeOf = (name: string): string | undefined => types[name.slice(name.lastIndexOf('.') + 1)];

/** Whether somebody looks at the server with a browser, and makes no call. */
export const asksForPage = ({ method, url, header }: HttpRequest): boolean =>
  method === 'GET' && url === '/' && header('accept')?.includes('text/html') === true;

/** Sends a browser to the console. */
export const toConsole: HttpReply = { status: 302, headers: { location: consolePath }, body: '' };
