import * as z from 'zod';

/** A place in the page's source. Lines and columns start at 1; the end is exclusive, as in unist. */
export const positionSchema = z.object({
  line: z.int().min(1),
  column: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
});

export type Position = z.infer<typeof positionSchema>;
