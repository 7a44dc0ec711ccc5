import { isIPv4, isIPv6 } from 'node:net';

/** Groups of an IPv6 address that name one household or office: a /64, which its owner may fill as they like. */
const NETWORK_GROUPS = 4;

/**
 * Whose calls are counted together. With `trustedProxies` n, the n-th entry of `X-Forwarded-For` from the right: the
 * one that the outermost trusted proxy wrote. Entries further left are whatever the caller made up.
 *
 * @param peer address of the other end of the connection
 * @returns an IPv4 address, the first 64 bits of an IPv6 address, or `unknown`
 */
export function findAddress(request: Request, peer: string | undefined, trustedProxies: number): string {
  const told = request.headers.get('x-forwarded-for')?.split(',') ?? [];
  const byProxy = trustedProxies > 0 ? told.at(-trustedProxies)?.trim() : undefined;
  return narrow(byProxy) ?? narrow(peer) ?? 'unknown';
}

function narrow(address: string | undefined): string | null {
  if (address === undefined) return null;
  const bare = address.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  if (isIPv4(bare)) return bare;
  const plain = bare.split('%')[0] ?? '';
  if (!isIPv6(plain)) return null;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  return `${expand(plain).slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expand(address: string): string[] {
  // A dotted tail stands for two groups; they are beyond the first four and need no value of their own.
  const [head = '', tail] = address.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array.from({ length: missing }, () => '0'), ...right].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}
