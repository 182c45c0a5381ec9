/** Requests to both emulators, as forms: the style of older clients that both understand. */

export const form = 'application/x-www-form-urlencoded';

export type Parameters = Readonly<Record<string, string>>;

const versions = { Ecs: '2014-05-26', Vpc: '2016-04-28', Sts: '2015-04-01' } as const;

/** A call to alimock as a form. The key is the account. */
export const alimockForm = (
  accessKeyId: string,
  parameters: Parameters,
  product: keyof typeof versions = 'Ecs',
): string =>
  new URLSearchParams({
    Format: 'JSON',
    Version: versions[product],
    AccessKeyId: accessKeyId,
    RegionId: 'cn-hangzhou',
    ...parameters,
  }).toString();

export const motoForm = (parameters: Parameters): string =>
  new URLSearchParams({ Version: '2016-11-15', ...parameters }).toString();

/** The region of a call to moto is in its signature, which moto does not verify. */
export const motoHeaders = (region: string): Record<string, string> => ({
  'content-type': form,
  authorization: `AWS4-HMAC-SHA256 Credential=bench/20250101/${region}/ec2/aws4_request, SignedHeaders=host, Signature=0`,
});

/** One call. @returns the reply's body. @throws Error where it fails */
export const post = async (
  port: number,
  body: string,
  headers: Readonly<Record<string, string>> = { 'content-type': form },
): Promise<string> => {
  const reply = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${reply.status} to ${body.slice(0, 200)}: ${text.slice(0, 500)}`);
  return text;
};
