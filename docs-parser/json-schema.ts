import * as z from 'zod';
import { pageSpecSchema } from './page-spec.ts';

/** The published JSON Schema (draft 2020-12) of what `alimock parse --format json` prints for a page. */
export const pageSpecJsonSchema = (): object => ({
  $id: 'https://alimock.dev/schemas/page-spec.json',
  title: 'PageSpec: what a provider documentation page promises',
  ...z.toJSONSchema(pageSpecSchema, { target: 'draft-2020-12' }),
});
