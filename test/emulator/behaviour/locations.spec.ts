import { createEmulator } from '../../../emulator/index.ts';
import { startServer } from '../../../emulator/transports/http.ts';
import { expect, test } from './fixtures.ts';

test('Location tells a client that called by an own address that address again, in JSON and XML', async () => {
  const server = await startServer({ emulator: createEmulator() });
  const ask = async (format: string): Promise<string> => {
    const query = `Action=DescribeEndpoints&Version=2015-12-12&AccessKeyId=a&Format=${format}&Id=cn-beijing&ServiceCode=ecs&Type=openAPI`;
    return (await fetch(`${server.url}/?${query}`)).text();
  };
  const here = `127.0.0.1:${server.port}`;
  expect(JSON.parse(await ask('JSON'))).toMatchObject({
    Endpoints: {
      Endpoint: [
        {
          Endpoint: here,
          Id: 'cn-beijing',
          SerivceCode: 'ecs',
          Type: 'openAPI',
          Protocols: { Protocols: ['HTTP'] },
        },
      ],
    },
    Success: true,
  });
  const xml = await ask('XML');
  expect(xml).toContain('<DescribeEndpointsResponse><Endpoints><Endpoint>');
  expect(xml).toContain(`<Endpoint>${here}</Endpoint>`);
  expect(xml).toContain('<Protocols><Protocols>HTTP</Protocols></Protocols>');
  await server.close();
});

test('Location knows real hosts, and no API that is not served here', async ({ owner }) => {
  const endpoints = async (ServiceCode: string, Id = 'cn-beijing'): Promise<unknown> =>
    (await owner.call('DescribeEndpoints', { Id, ServiceCode }, 'Location')).at('Endpoints.Endpoint');
  expect(await endpoints('vpc')).toMatchObject([{ Endpoint: 'vpc.cn-beijing.aliyuncs.com' }]);
  expect(await endpoints('oss')).toMatchObject([{ Endpoint: 'oss-cn-beijing.aliyuncs.com' }]);
  expect(await endpoints('slb')).toEqual([]);
  await expect(endpoints('ecs', 'xx-nowhere')).rejects.toMatchObject({ code: 'InvalidRegionId.NotFound' });
});
