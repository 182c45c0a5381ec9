import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** msw's worker script, at the address where its worker looks for it. */
export const workerScript: Readonly<Record<string, string>> = {
  '/mockServiceWorker.js': readFileSync(
    createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'),
    'utf8',
  ),
};

/** Serves files, given by name, to a browser on this machine. */
export const serveFiles = async (
  files: Readonly<Record<string, string>>,
): Promise<{ url: string; close: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const content = files[name];
    const type = types[path.extname(name)] ?? 'application/octet-stream';
    if (content === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
