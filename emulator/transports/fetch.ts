import { isOssRequest } from '../oss/oss-request.ts';
import type { HttpRequest } from '../wire/http-call.ts';
import type { Reply } from '../wire/call.ts';
import type { HttpReply } from './http-reply.ts';

/** What answers requests: an emulator, or one with faults around it. */
export interface Answerer {
  handle(request: HttpRequest): HttpReply;
}

/** Answers a Fetch request, whoever intercepted it. A connection that is to break is a network error. */
export const answerFetch = async (emulator: Answerer, request: Request): Promise<Response> => {
  const { method, url, headers } = request;
  const header = (name: string): string | undefined => headers.get(name) ?? undefined;
  const isOss = isOssRequest({ url, header });
  const reply = emulator.handle({
    method,
    url,
    header,
    headerNames: () => [...headers.keys()],
    body: isOss ? latin1Of(await request.arrayBuffer()) : await request.text(),
  });
  const { delayMilliseconds = 0 } = reply;
  if (delayMilliseconds > 0) await new Promise((resolve) => setTimeout(resolve, delayMilliseconds));
  if (reply.dropsConnection === true) return Response.error();
  const init = { status: reply.status, headers: reply.headers };
  if (method === 'HEAD' && isOss) return headOnly(init, reply.body.length);
  if (reply.status === 204) return new Response(null, init);
  return new Response(isOss ? bytesOf(reply.body) : reply.body, init);
};

/** What a GET would say, without the content. */
const headOnly = ({ status, headers }: Pick<Reply, 'status' | 'headers'>, length: number): Response =>
  new Response(null, { status, headers: { ...headers, 'content-length': String(length) } });

/** A character for each byte. TextDecoder's "latin1" is another encoding. */
const latin1Of = (buffer: ArrayBuffer): string => {
  let text = '';
  for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
  return text;
};

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));
