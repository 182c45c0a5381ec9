import { timingSafeEqual } from 'node:crypto';
import type { Authenticate } from '../identity.ts';
import { fault } from '../wire/fault.ts';
import { isOssRequest } from '../oss/oss-request.ts';
import { verifyOssSignature } from './signature-oss.ts';
import { readSignatureV1 } from './signature-v1.ts';
import { hasSignatureV3, readSignatureV3 } from './signature-v3.ts';
import { UsedNonces } from './used-nonces.ts';

/** How far a client's clock may be from the server's (API reference, public parameters: 15 minutes). */
const toleranceMinutes = 15;
const tolerance = toleranceMinutes * 60_000;

const timestampForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/**
 * Strict authentication: the signature of each call is checked, V1 and V3, with the secret of its key.
 * The time is the machine's, not the emulator's clock: clients sign with the real time.
 * @param now for tests
 */
export const verifySignatures = (now: () => number = Date.now): Authenticate => {
  const nonces = new UsedNonces(2 * tolerance);
  return (request, call, secret) => {
    if (isOssRequest(request)) {
      verifyOssSignature(request, secret, now(), toleranceMinutes);
      return;
    }
    const signed = hasSignatureV3(request)
      ? readSignatureV3(request)
      : readSignatureV1(request, call.parameters);
    const time = timestampForm.test(signed.timestamp) ? Date.parse(signed.timestamp) : Number.NaN;
    if (Number.isNaN(time)) throw fault('InvalidTimeStamp.Format');
    if (Math.abs(now() - time) > tolerance) {
      throw fault('InvalidTimeStamp.Expired', { Minutes: toleranceMinutes });
    }
    const right = signed.sign(secret);
    if (right.length !== signed.signature.length || !timingSafeEqual(right, signed.signature)) {
      throw fault('SignatureDoesNotMatch', { StringToSign: signed.stringToSign });
    }
    // Last: a request that is not the key holder's must not use a nonce up.
    if (!nonces.use(call.accessKeyId, signed.nonce, now())) throw fault('SignatureNonceUsed');
  };
};
