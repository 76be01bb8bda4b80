import { BlockList, isIP } from 'node:net';

/** Of IPv4, what is not given out to the public: IANA’s special-purpose registry, multicast, and what is reserved. */
const NOT_PUBLIC_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

/** Of IPv6, the part that is given out, and what in it is not: tunnels lead to any IPv4, private ones too. */
const GIVEN_OUT_6 = ['2000::', 3] as const;
const NOT_PUBLIC_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const listOf = (family: 'ipv4' | 'ipv6', subnets: readonly (readonly [string, number])[]) => {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family);
  return list;
};

const refused4 = listOf('ipv4', NOT_PUBLIC_4);
const given6 = listOf('ipv6', [GIVEN_OUT_6]);
const refused6 = listOf('ipv6', NOT_PUBLIC_6);

/**
 * Whether an IP address is of the public internet. An IPv4 address inside an IPv6 one is not, and neither is one that
 * names an interface.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !refused4.check(address, 'ipv4');
  if (isIP(address) !== 6 || address.includes('%')) return false;
  return given6.check(address, 'ipv6') && !refused6.check(address, 'ipv6');
}
