import type { Emulator } from '../emulator.ts';
import type { Reply } from '../wire/call.ts';
import { isOssRequest } from '../oss/oss-request.ts';

/** Answers a Fetch request from the emulator, whoever intercepted it. */
export const answerFetch = async (
  emulator: Pick<Emulator, 'handle'>,
  request: Request,
): Promise<Response> => {
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
