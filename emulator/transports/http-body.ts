import type { IncomingMessage } from 'node:http';
import { fault } from '../wire/fault.ts';
import type { Fault } from '../wire/fault.ts';

/** How long the rest of a body that is too large is swallowed, so that the client reads the refusal. */
const swallowMilliseconds = 2000;

/** True where a request has no body at all, so that it can be answered at once. */
export const hasNoBody = (request: IncomingMessage): boolean =>
  request.headers['transfer-encoding'] === undefined &&
  Number(request.headers['content-length'] ?? '0') === 0;

/** How a body is read. */
export interface BodyForm {
  /** Most bytes; what lies beyond is not kept. */
  readonly limit: number;
  /** "latin1": a character for each byte, whatever they mean. */
  readonly encoding: 'utf8' | 'latin1';
}

/**
 * Reads a body as text and hands it on; a request that was broken off is forgotten.
 * @param done called once, with the text or with the fault to answer (RequestTooLarge,
 *   UnsupportedContentEncoding, InvalidEncoding)
 */
export const readBody = (
  request: IncomingMessage,
  { limit, encoding: form }: BodyForm,
  done: (body: string, refused: unknown) => void,
): void => {
  const refuse = (error: unknown): void => {
    request.removeAllListeners('data');
    request.removeAllListeners('end');
    request.on('error', () => undefined);
    request.resume();
    const timer = setTimeout(() => request.destroy(), swallowMilliseconds);
    timer.unref();
    request.once('close', () => clearTimeout(timer));
    done('', error);
  };
  const encoding = request.headers['content-encoding'] ?? 'identity';
  // An object may be compressed: that is its owner's business.
  if (encoding !== 'identity' && form === 'utf8') {
    refuse(fault('UnsupportedContentEncoding', { Encoding: encoding }));
    return;
  }
  const tooLarge = (): Fault => fault('RequestTooLarge', { Limit: limit });
  if (Number(request.headers['content-length'] ?? '0') > limit) {
    refuse(tooLarge());
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > limit) refuse(tooLarge());
    else chunks.push(chunk);
  });
  request.on('error', () => undefined);
  request.on('end', () => {
    try {
      done(form === 'utf8' ? decode(chunks) : Buffer.concat(chunks).toString('latin1'), undefined);
    } catch (error) {
      done('', error);
    }
  });
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

const decode = (chunks: readonly Buffer[]): string => {
  try {
    const [first] = chunks;
    return utf8.decode(chunks.length === 1 ? first : Buffer.concat(chunks));
  } catch {
    throw fault('InvalidEncoding', { Place: 'body' });
  }
};
