/**
 * The Location service tells the older SDKs where an API is reached. It has no SDK model: its shapes are
 * written by hand from what those SDKs read (aliyun-python-sdk-core, location_service; alibaba-cloud-sdk-go,
 * endpoints/location_resolver.go). `SerivceCode` is spelled so on the wire.
 */
export const locationVersion = '2015-12-12';

const endpoint = 'Endpoint Id Namespace Protocols{Protocols[]} SerivceCode Type';

/** Action → [request shape, response shape], in the notation of shape.ts. */
export const locationShapes: Readonly<Record<string, readonly [string, string]>> = {
  DescribeEndpoints: [
    'Id! ServiceCode! Type SecurityToken',
    `Endpoints{Endpoint[]{${endpoint}}} RequestId Success:bool`,
  ],
  DescribeEndpoint: ['Id! ServiceCode! Type SecurityToken', `Endpoint{${endpoint}} RequestId Success:bool`],
};
