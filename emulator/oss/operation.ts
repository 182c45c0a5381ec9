import type { Context } from '../context.ts';
import type { OssRequest } from './oss-request.ts';

/** What an operation answers. */
export interface OssAnswer {
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Root element with what is in it. */
  readonly xml?: Readonly<Record<string, Record<string, unknown>>>;
  /** In place of xml: a character for each byte. */
  readonly content?: string;
}

/** Carries out a request to OSS. @throws Fault */
export type OssOperation = (request: OssRequest, context: Context) => OssAnswer;

/** OSS's times in documents: "2024-01-01T00:00:00.000Z". */
export const ossTime = (milliseconds: number): string => new Date(milliseconds).toISOString();
