import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Baseline } from '../findings/baseline.ts';
import { baselineSchema } from '../findings/baseline.ts';
import { UsageError } from './exit.ts';

/** @throws UsageError if the file cannot be read, or is no baseline of this command */
export const readBaseline = async (file: string, tool: string): Promise<Baseline> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no baseline ${file}. Write it with --baseline ${file} --update-baseline.`);
  });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : ''}.`);
  }
  const result = baselineSchema.safeParse(data);
  if (!result.success) throw new UsageError(`${file} is no baseline:\n${z.prettifyError(result.error)}`);
  if (result.data.tool !== tool) {
    throw new UsageError(`${file} is a baseline of alimock ${result.data.tool}, not of alimock ${tool}.`);
  }
  return result.data;
};
