/** HTTP as bytes, for what a well-behaved client never sends. */
import { connect } from 'node:net';

/**
 * Sends bytes as they are and reads until the server closes.
 * @param pieces sent one after the other, with a pause between
 * @param pauseMilliseconds the pause
 * @returns all that the server sent
 */
export const exchange = (
  port: number,
  pieces: readonly (string | Buffer)[],
  options: { pauseMilliseconds?: number; end?: boolean; timeoutMilliseconds?: number } = {},
): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    const finish = (): void => {
      socket.destroy();
      resolve(received);
    };
    const timer = setTimeout(finish, options.timeoutMilliseconds ?? 10_000);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (received += text));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(received);
    });
    const send = async (): Promise<void> => {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        socket.write(piece);
        await new Promise((next) => setTimeout(next, options.pauseMilliseconds ?? 0));
      }
      if (options.end === true) socket.end();
    };
    void send();
  });

/** One whole request of an older client, as text. */
export const requestText = (query: string, headers: readonly string[] = []): string =>
  [`GET /?${query} HTTP/1.1`, 'Host: 127.0.0.1', ...headers, '', ''].join('\r\n');
