/** A worker thread that reads pages, one after the other. */
import { parentPort } from 'node:worker_threads';
import { parsePage } from '../parse-page.ts';
import { UnreadablePageError } from '../readable-source.ts';

export interface PageTask {
  readonly file: string;
  readonly source: string;
}

/** A spec goes back as JSON: a string crosses threads faster than a tree of objects. */
export type PageAnswer =
  { readonly json: string } | { readonly unreadable: string } | { readonly fault: string };

const answer = async ({ source, file }: PageTask): Promise<PageAnswer> => {
  try {
    return { json: JSON.stringify(await parsePage(source, { file })) };
  } catch (error) {
    if (error instanceof UnreadablePageError) return { unreadable: error.reason };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

parentPort?.on('message', (task: PageTask) => {
  void answer(task).then((result) => parentPort?.postMessage(result));
});
