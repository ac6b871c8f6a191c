import { isIPv6 } from 'node:net';

/** Whose allowance a request uses up: an IPv4 address, of IPv6 the /64 that one subscriber gets whole. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip;
  // The parser writes every address in one way; an embedded IPv4 address becomes two groups.
  const [head = '', tail] = new URL(`http://[${ip.split('%')[0]}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const known = [groups(head), groups(tail ?? '')] as const;
  const gap = tail === undefined ? 0 : 8 - known[0].length - known[1].length;
  const full = [...known[0], ...Array.from({ length: gap }, () => '0'), ...known[1]];
  // ::ffff:a.b.c.d is one IPv4 address.
  return full.slice(0, 6).join(':') === '0:0:0:0:0:ffff' ? full.join(':') : full.slice(0, 4).join(':');
}
