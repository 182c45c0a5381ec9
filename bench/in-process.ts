import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { createEmulator } from '../emulator/index.ts';
import { handlers } from '../emulator/transports/msw.ts';
import { atLeast, callsPerSecond } from './measure.ts';
import type { Effort, Measured } from './measure.ts';

const request = (): Promise<string> =>
  fetch('https://ecs.cn-hangzhou.aliyuncs.com/?RegionId=cn-hangzhou&ImageId=m-none', {
    method: 'POST',
    headers: {
      'x-acs-action': 'DescribeImages',
      'x-acs-version': '2014-05-26',
      authorization: 'ACS3-HMAC-SHA256 Credential=bench,SignedHeaders=host,Signature=0',
    },
  }).then((response) => response.text());

type Server = ReturnType<typeof setupServer>;

const constantServer = (): Server =>
  setupServer(
    http.all('https://ecs.cn-hangzhou.aliyuncs.com/*', async ({ request: caught }) => {
      await caught.text();
      return HttpResponse.json({ RequestId: '0', TotalCount: 0, Images: { Image: [] } });
    }),
  );

const throughMsw = async (server: Server, seconds: number): Promise<number> => {
  server.listen();
  const rate = await callsPerSecond(request, seconds);
  server.close();
  return rate;
};

/** Calls through msw's setupServer, beside the same msw with one handler that answers a constant. */
export const measureInProcess = async ({ isShort }: Effort): Promise<Measured> => {
  const seconds = isShort ? 1 : 3;
  let [ours, peer] = [0, 0];
  // In turn, the best of each: whatever else the machine does hits both.
  for (let round = 0; round < 3; round++) {
    peer = Math.max(peer, await throughMsw(constantServer(), seconds));
    ours = Math.max(ours, await throughMsw(setupServer(...handlers(createEmulator())), seconds));
  }
  const name = 'a call through msw';
  return {
    figures: [{ name, unit: 'calls/s', ours, peers: { 'msw, one constant handler': peer } }],
    targets: [atLeast(name, ours / peer, 0.8, ' of msw with one constant handler')],
  };
};
