/**
 * Between the SDK and the emulator: one msw server for the process listens while there is a driver. Every
 * SDK client of a session sends the session's name in a header, so that each call reaches the session's own
 * emulator, and any other request of the process is let through untouched.
 */
import type { SetupServer } from 'msw/node';
import type { Emulator } from '../../../emulator/index.ts';
import { answerFetch } from '../../../emulator/transports/fetch.ts';

export const sessionHeader = 'x-alimock-session';

const sessions = new Map<string, Emulator>();
let opened = 0;
let listeners = 0;
let server: Promise<SetupServer> | undefined;

/** Starts to listen unless somebody did. Each call needs one of {@link stopListening}. */
export const startListening = async (): Promise<void> => {
  listeners++;
  server ??= listen();
  await server;
};

export const stopListening = async (): Promise<void> => {
  listeners--;
  if (listeners > 0) return;
  const listening = server;
  server = undefined;
  (await listening)?.close();
};

const listen = async (): Promise<SetupServer> => {
  const [{ http }, { setupServer }] = await Promise.all([import('msw'), import('msw/node')]);
  const ours = http.all(
    ({ request }) => request.headers.has(sessionHeader),
    ({ request }) => answerOf(request),
  );
  const created = setupServer(ours);
  created.listen({ onUnhandledRequest: 'bypass' });
  return created;
};

const answerOf = async (request: Request): Promise<Response> => {
  const session = request.headers.get(sessionHeader) ?? '';
  const emulator = sessions.get(session);
  if (emulator !== undefined) return answerFetch(emulator, request);
  const Message = `The session ${session} is closed: its scenario is over, or its time was up.`;
  return Response.json({ Code: 'alimock.SessionClosed', Message }, { status: 410 });
};

/** Has calls under a new session name answered by this emulator. @returns the name */
export const openRoute = (emulator: Emulator): string => {
  const session = String(++opened);
  sessions.set(session, emulator);
  return session;
};

/** From now on the session's calls fail, so that nothing that still waits goes on. */
export const closeRoute = (session: string): void => {
  sessions.delete(session);
};
