import * as z from 'zod';
import { driftHistorySchema } from './history/history.ts';

/** JSON Schema (draft 2020-12) of what `alimock drift history --format json` prints. */
export const driftHistoryJsonSchema = (): object => ({
  $id: 'https://alimock.dev/schemas/drift-history.json',
  title: 'Drift history: when each drift came and went over several versions of the docs',
  ...z.toJSONSchema(driftHistorySchema, { target: 'draft-2020-12' }),
});
