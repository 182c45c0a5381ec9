import type { ReplayCall } from './call.ts';

/** In single quotes for a POSIX shell: nothing in it is expanded. */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The call for a shell. It is not signed, which an open server does not ask for. */
export const toCurl = ({ action, version, accessKeyId, endpoint, parameters }: ReplayCall): string =>
  [
    `curl -s ${shellQuoted(`http://${endpoint}/`)}`,
    ...[
      ['Action', action],
      ['Version', version],
      ['AccessKeyId', accessKeyId],
      ['Format', 'JSON'],
      ...parameters,
    ].map(([name = '', value = '']) => `--data-urlencode ${shellQuoted(`${name}=${value}`)}`),
  ].join(' \\\n  ');
