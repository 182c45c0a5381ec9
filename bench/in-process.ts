import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { createEmulator } from '../emulator/index.ts';
import { handlers } from '../emulator/transports/msw.ts';
import { callsPerSecond } from './measure.ts';
import type { Measurement } from './measure.ts';

const request = (): Promise<string> =>
  fetch('https://ecs.cn-hangzhou.aliyuncs.com/?RegionId=cn-hangzhou&ImageId=m-none', {
    method: 'POST',
    headers: {
      'x-acs-action': 'DescribeImages',
      'x-acs-version': '2014-05-26',
      authorization: 'ACS3-HMAC-SHA256 Credential=bench,SignedHeaders=host,Signature=0',
    },
  }).then((response) => response.text());

/** Calls through msw's setupServer, beside the same msw with one handler that answers a constant. */
export const measureInProcess = async (seconds: number): Promise<Measurement[]> => {
  const constant = setupServer(
    http.all('https://ecs.cn-hangzhou.aliyuncs.com/*', async ({ request: caught }) => {
      await caught.text();
      return HttpResponse.json({ RequestId: '0', TotalCount: 0, Images: { Image: [] } });
    }),
  );
  constant.listen();
  const peer = await callsPerSecond(request, seconds);
  constant.close();
  const server = setupServer(...handlers(createEmulator()));
  server.listen();
  const ours = await callsPerSecond(request, seconds);
  server.close();
  return [
    {
      name: 'a call through msw',
      unit: 'calls/s',
      ours,
      peer,
      peerName: 'msw with one constant handler',
      target: 'at least 0.8 of the peer',
      met: ours >= 0.8 * peer,
    },
  ];
};
