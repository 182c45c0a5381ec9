import { CallContext } from '../call-context.ts';
import { defaultRegionId } from '../catalog/regions.ts';
import { runDueTransitions } from '../dispatch.ts';
import type { AnsweredCall, Surroundings } from '../dispatch.ts';
import type { Caller } from '../identity.ts';
import type { Call, Reply } from '../wire/call.ts';
import { encodeXml } from '../wire/encode.ts';
import { Fault, fault, statusOf } from '../wire/fault.ts';
import type { HttpRequest } from '../wire/http-call.ts';
import { bytesOf } from './documents.ts';
import type { OssAnswer } from './operation.ts';
import { operationNameOf, ossOperationOf } from './operations.ts';
import { ossVersion, readOssRequest } from './oss-request.ts';
import type { OssRequest } from './oss-request.ts';

/** Carries out a request to OSS. Whatever happens, it answers, and a request that fails changes nothing. */
export const dispatchOss = (
  httpRequest: HttpRequest,
  surroundings: Surroundings,
): { reply: Reply; answered: AnsweredCall } => {
  const request = readOssRequest(httpRequest);
  const call = asCall(request);
  const requestId = surroundings.state.ids.uuid().replaceAll('-', '').slice(0, 24);
  let accountId = '';
  try {
    runDueTransitions(surroundings);
    const now = surroundings.clock.now();
    const caller = identify(request, surroundings, now);
    accountId = caller.accountId;
    authenticate(httpRequest, call, caller, surroundings);
    surroundings.admit?.(call, accountId);
    const operation = ossOperationOf(call.action);
    if (operation === undefined) {
      throw fault('alimock.NotImplemented', { Action: call.action, Product: 'Oss', Version: ossVersion });
    }
    const context = new CallContext(call, accountId, now, surroundings, request.regionId ?? defaultRegionId);
    const answer = surroundings.state.transaction(() => operation(request, context));
    const reply = successReply(answer, requestId);
    return {
      reply,
      answered: { call, accountId, requestId, status: reply.status, code: null, message: null },
    };
  } catch (error) {
    const known = error instanceof Fault ? error : fault('InternalError', { Details: String(error) });
    const reply = errorReply(known, call, requestId);
    const { status } = reply;
    return {
      reply,
      answered: { call, accountId, requestId, status, code: known.code, message: known.message },
    };
  }
};

/** The request as the log, throttling and planned faults know calls. */
const asCall = (request: OssRequest): Call => ({
  version: ossVersion,
  action: operationNameOf(request),
  parameters: new Map([
    ...(request.bucket === '' ? [] : [['bucket', request.bucket] as const]),
    ...(request.key === '' ? [] : [['object', request.key] as const]),
    ...request.query,
  ]),
  accessKeyId: request.accessKeyId,
  securityToken: request.securityToken,
  format: 'XML',
  host: request.host,
});

/** Without a key the caller is nobody, who may read what is public. @throws Fault InvalidAccessKeyId */
const identify = (
  { accessKeyId, securityToken }: OssRequest,
  { callers, state }: Surroundings,
  now: number,
): Caller => {
  if (accessKeyId === '') return { accountId: '', secret: undefined };
  try {
    return callers.identify({ accessKeyId, securityToken }, state, now);
  } catch (error) {
    const isUnknown = error instanceof Fault && error.code === 'InvalidAccessKeyId.NotFound';
    throw isUnknown ? fault('InvalidAccessKeyId', { AccessKeyId: accessKeyId }) : error;
  }
};

const authenticate = (
  request: HttpRequest,
  call: Call,
  { secret }: Caller,
  surroundings: Surroundings,
): void => {
  if (surroundings.authenticate === undefined || call.accessKeyId === '') return;
  if (secret === undefined) throw fault('InvalidAccessKeyId', { AccessKeyId: call.accessKeyId });
  surroundings.authenticate(request, call, secret);
};

const headersOf = (requestId: string) => ({ server: 'AliyunOSS', 'x-oss-request-id': requestId });

const successReply = ({ status = 200, headers = {}, xml, content }: OssAnswer, requestId: string): Reply => {
  const [[root, document] = []] = Object.entries(xml ?? {});
  const isXml = root !== undefined && document !== undefined;
  return {
    status,
    headers: { ...headersOf(requestId), ...(isXml && { 'content-type': 'application/xml' }), ...headers },
    body: isXml ? bytesOf(encodeXml(root, document)) : (content ?? ''),
    isAscii: true,
    isFinal: true,
  };
};

const errorReply = (error: Fault, call: Call, requestId: string): Reply => ({
  status: error.status ?? statusOf(call.action, error.code),
  headers: { ...headersOf(requestId), 'content-type': 'application/xml' },
  body: bytesOf(
    encodeXml('Error', {
      Code: error.code,
      Message: error.message,
      RequestId: requestId,
      HostId: call.host,
    }),
  ),
  isAscii: true,
  isFinal: true,
});
