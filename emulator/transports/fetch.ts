import type { Emulator } from '../emulator.ts';

/** Answers a Fetch request from the emulator, whoever intercepted it. */
export const answerFetch = async (
  emulator: Pick<Emulator, 'handle'>,
  request: Request,
): Promise<Response> => {
  const reply = emulator.handle({
    method: request.method,
    url: request.url,
    header: (name) => request.headers.get(name) ?? undefined,
    body: await request.text(),
  });
  return new Response(reply.body, { status: reply.status, headers: reply.headers });
};
