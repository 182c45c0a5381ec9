/** alimock/docs-parser: a Terraform provider's documentation page in, a PageSpec out. */
export { parsePage } from './parse-page.ts';
export { parsePages } from './pages/parse-pages.ts';
export type { ParsePagesOptions } from './pages/parse-pages.ts';
export { openPageCache } from './pages/page-cache.ts';
export type { PageCache } from './pages/page-cache.ts';
export { UnreadablePageError } from './readable-source.ts';
export type * from './page-spec.ts';
export type * from './resource-graph.ts';
export type { Position } from './position.ts';
export { pageSpecSchema } from './page-spec.ts';
export { addressOf } from './graph.ts';
