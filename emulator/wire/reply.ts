import type { Call, Reply } from './call.ts';
import { encodeJson, encodeXml, toAscii, toWireObject } from './encode.ts';
import { statusOf } from './fault.ts';
import type { Fault } from './fault.ts';
import type { Shape } from './shape.ts';

const contentTypes = { JSON: 'application/json;charset=utf-8', XML: 'text/xml;charset=utf-8' } as const;

const headersOf = (format: 'JSON' | 'XML', requestId: string): Record<string, string> => ({
  'content-type': contentTypes[format],
  'x-acs-request-id': requestId,
});

/** The reply of an action that succeeded; RequestId is added here, once for all. */
export const successReply = (call: Call, shape: Shape, body: unknown, requestId: string): Reply => {
  const headers = headersOf(call.format, requestId);
  const content = typeof body === 'object' && body !== null ? body : {};
  return call.format === 'JSON'
    ? { status: 200, headers, body: encodeJson(shape, content, requestId), isAscii: true }
    : {
        status: 200,
        headers,
        body: encodeXml(`${call.action}Response`, toWireObject(shape, content, requestId)),
      };
};

/** ECS's error envelope. @param call what is known of the call; a call may fail before it was read */
export const errorReply = (
  call: Pick<Call, 'action' | 'format' | 'host'>,
  error: Fault,
  requestId: string,
): Reply => {
  const envelope = {
    RequestId: requestId,
    HostId: call.host,
    Code: error.code,
    Message: error.message,
    Recommend: `See the error codes of ${call.action === '' ? 'the API' : call.action} in the ECS API reference.`,
  };
  return {
    status: error.status ?? statusOf(call.action, error.code),
    headers: headersOf(call.format, requestId),
    body: call.format === 'JSON' ? toAscii(JSON.stringify(envelope)) : encodeXml('Error', envelope),
  };
};
