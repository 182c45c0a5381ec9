import { md5 } from '@noble/hashes/legacy.js';

/**
 * RSA keys out of the emulator's own random numbers, so that the same calls give the same keys, in Node and
 * in browsers alike; the platforms' generators can be neither seeded nor, in browsers, called
 * synchronously. The keys work, and keep no secret: whoever knows the seed knows them.
 */

/** Whole numbers from 0 to below `limit`. */
export type RandomInteger = (limit: number) => number;

export interface RsaKey {
  readonly n: bigint;
  readonly e: bigint;
  readonly d: bigint;
  readonly p: bigint;
  readonly q: bigint;
}

const publicExponent = 65537n;

/** ECS makes keys of 2,048 bits (CreateKeyPair.md). */
export const generateRsaKey = (random: RandomInteger, bits = 2048): RsaKey => {
  const p = generatePrime(random, bits / 2);
  let q = generatePrime(random, bits / 2);
  while (q === p) q = generatePrime(random, bits / 2);
  const e = publicExponent;
  return { n: p * q, e, d: inverse(e, (p - 1n) * (q - 1n)), p, q };
};

const smallPrimes: readonly number[] = (() => {
  const primes: number[] = [];
  for (let candidate = 3; candidate < 2000; candidate += 2) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
})();

/** How far from a random start a prime is looked for; then there is a new start. */
const searchLength = 4000;

const generatePrime = (random: RandomInteger, bits: number): bigint => {
  for (;;) {
    // The two highest bits are set, so that a product of two primes has all of its bits.
    const start = randomBits(random, bits) | (3n << BigInt(bits - 2)) | 1n;
    const remainders = smallPrimes.map((prime) => Number(start % BigInt(prime)));
    for (let step = 0; step < searchLength; step += 2) {
      const hasSmallFactor = remainders.some((rest, at) => (rest + step) % (smallPrimes[at] ?? 3) === 0);
      const candidate = start + BigInt(step);
      if (!hasSmallFactor && isProbablePrime(candidate) && (candidate - 1n) % publicExponent !== 0n) {
        return candidate;
      }
    }
  }
};

const randomBits = (random: RandomInteger, bits: number): bigint => {
  let hex = '';
  while (hex.length < bits / 4) hex += random(0x10000).toString(16).padStart(4, '0');
  return BigInt(`0x${hex}`);
};

/** Miller and Rabin's test; for random numbers of this size four bases leave no doubt worth a fifth. */
const isProbablePrime = (candidate: bigint): boolean => {
  let odd = candidate - 1n;
  let twos = 0;
  for (; (odd & 1n) === 0n; odd >>= 1n) twos++;
  return [2n, 3n, 5n, 7n].every((base) => {
    let power = modularPower(base, odd, candidate);
    if (power === 1n || power === candidate - 1n) return true;
    for (let round = 1; round < twos; round++) {
      power = (power * power) % candidate;
      if (power === candidate - 1n) return true;
    }
    return false;
  });
};

const modularPower = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
};

/** The number that `value` is multiplied with to leave 1 (Euclid's extended algorithm). */
const inverse = (value: bigint, modulus: bigint): bigint => {
  let [previous, current] = [value, modulus];
  let [factor, nextFactor] = [1n, 0n];
  while (current !== 0n) {
    const quotient = previous / current;
    [previous, current] = [current, previous - quotient * current];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return ((factor % modulus) + modulus) % modulus;
};

/** Big-endian bytes of a positive number, with a zero in front where the highest bit is set. */
const bytesOf = (number: bigint): number[] => {
  let hex = number.toString(16);
  if (hex.length % 2 === 1) hex = `0${hex}`;
  const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return (bytes[0] ?? 0) >= 0x80 ? [0, ...bytes] : bytes;
};

const base64 = (bytes: readonly number[]): string => btoa(String.fromCharCode(...bytes));

const derLength = (length: number): number[] => {
  if (length < 0x80) return [length];
  const bytes = bytesOf(BigInt(length)).filter((byte, at) => at > 0 || byte !== 0);
  return [0x80 | bytes.length, ...bytes];
};

const derInteger = (number: bigint): number[] => {
  const bytes = bytesOf(number);
  return [0x02, ...derLength(bytes.length), ...bytes];
};

/** The private key as CreateKeyPair answers it: PEM of PKCS #1 (RFC 8017, A.1.2). */
export const privateKeyPem = ({ n, e, d, p, q }: RsaKey): string => {
  const numbers = [0n, n, e, d, p, q, d % (p - 1n), d % (q - 1n), inverse(q, p)];
  const content = numbers.flatMap(derInteger);
  const lines = base64([0x30, ...derLength(content.length), ...content]).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN RSA PRIVATE KEY-----', ...lines, '-----END RSA PRIVATE KEY-----'].join('\n');
};

const lengthAndBytes = (bytes: readonly number[]): number[] => [
  bytes.length >>> 24,
  (bytes.length >>> 16) & 0xff,
  (bytes.length >>> 8) & 0xff,
  bytes.length & 0xff,
  ...bytes,
];

/** The public key in OpenSSH's form (RFC 4253, 6.6): "ssh-rsa AAAA…". */
export const publicKeyText = ({ n, e }: RsaKey): string => {
  const name = Array.from('ssh-rsa', (character) => character.charCodeAt(0));
  return `ssh-rsa ${base64([name, bytesOf(e), bytesOf(n)].flatMap(lengthAndBytes))}`;
};

/** What ImportKeyPair takes (ImportKeyPair.md). */
const keyTypes: readonly string[] = [
  'ssh-rsa',
  'ssh-dss',
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
];

/**
 * The MD5 fingerprint of a public key in OpenSSH's form (RFC 4716, 4). ECS looks at the form only: the
 * provider's own tests import "ssh-rsa AAAAB3Nza12345678qwertyuudsfsg", which is no key.
 * @returns undefined where the text does not have the form
 */
export const fingerprintOf = (publicKey: string): string | undefined => {
  const [type = '', body = ''] = publicKey.trim().split(/\s+/);
  if (!keyTypes.includes(type) || !/^AAAA[A-Za-z0-9+/]+={0,2}$/.test(body)) return undefined;
  return [...md5(bytesOfBase64(body))].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
};

/** What is there of whole bytes, whether or not the end is padded. */
const bytesOfBase64 = (text: string): Uint8Array => {
  const bare = text.replace(/=+$/, '');
  const whole = bare.length % 4 === 1 ? bare.slice(0, -1) : bare;
  return Uint8Array.from(atob(whole.padEnd(Math.ceil(whole.length / 4) * 4, '=')), (character) =>
    character.charCodeAt(0),
  );
};
