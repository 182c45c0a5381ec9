/**
 * A certificate that signs itself. Some clients choose HTTPS by themselves, as Terraform's provider does when it
 * removes rules of security groups (buildAliyunSGRuleRequest in resource_alicloud_security_group_rule.go), and must
 * trust who answers. Node's crypto makes keys and signatures but no certificates; X.509's few bytes are written here.
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { regions } from '../catalog/regions.ts';

export interface Identity {
  /** PEM, as node:tls takes it. */
  readonly key: string;
  readonly cert: string;
}

/** Tags of DER (X.690) that a certificate needs. */
const tag = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  utf8String: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
  /** Context-specific: [0] version, [3] extensions, both of several members; [2] a DNS name, [7] an IP address. */
  version: 0xa0,
  extensions: 0xa3,
  dnsName: 0x82,
  ipAddress: 0x87,
} as const;

const oids = {
  ecdsaWithSha256: '06082a8648ce3d040302',
  commonName: '0603550403',
  subjectAltName: '0603551d11',
} as const;

const der = (kind: number, ...members: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(members);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([kind, ...size]), content]);
};

const oid = (name: keyof typeof oids): Buffer => Buffer.from(oids[name], 'hex');

/** "261125120000Z" */
const utcTime = (milliseconds: number): Buffer =>
  der(tag.utcTime, Buffer.from(`${new Date(milliseconds).toISOString().replace(/\D/g, '').slice(2, 14)}Z`));

/**
 * Names that clients call the products by where nobody leads them elsewhere: "ecs.cn-hangzhou.aliyuncs.com",
 * "ram.aliyuncs.com", and a bucket's own. A wildcard stands for one label.
 */
const productHosts: readonly string[] = [
  '*.aliyuncs.com',
  ...regions.flatMap(({ regionId }) => [`*.${regionId}.aliyuncs.com`, `*.oss-${regionId}.aliyuncs.com`]),
];

const day = 24 * 60 * 60_000;

/**
 * Makes a key and its certificate, which holds from yesterday for ten years for "localhost", for addresses, and for the
 * products' own names, for clients that come by way of a proxy.
 * @param addresses of IPv4
 */
export const selfSigned = (addresses: readonly string[] = ['127.0.0.1'], now = Date.now()): Identity => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(tag.sequence, oid('ecdsaWithSha256'));
  const commonName = der(tag.sequence, oid('commonName'), der(tag.utf8String, Buffer.from('alimock')));
  const name = der(tag.sequence, der(tag.set, commonName));
  const names = der(
    tag.sequence,
    ...['localhost', ...productHosts].map((host) => der(tag.dnsName, Buffer.from(host))),
    ...addresses.map((address) => der(tag.ipAddress, Buffer.from(address.split('.').map(Number)))),
  );
  const extension = der(tag.sequence, oid('subjectAltName'), der(tag.octetString, names));
  // A serial number is positive: its first bit is 0.
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(8)]);
  const content = der(
    tag.sequence,
    der(tag.version, der(tag.integer, Buffer.from([2]))),
    der(tag.integer, serial),
    algorithm,
    name,
    der(tag.sequence, utcTime(now - day), utcTime(now + 3650 * day)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(tag.extensions, der(tag.sequence, extension)),
  );
  const signature = der(tag.bitString, Buffer.from([0]), sign('sha256', content, privateKey));
  const certificate = der(tag.sequence, content, algorithm, signature);
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
};
