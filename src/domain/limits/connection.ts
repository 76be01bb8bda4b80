const hex = (high: string, low: string) => (Number(high) * 256 + Number(low)).toString(16);

/** An IPv6 address whose last two groups are written as IPv4, with groups in their place (RFC 4291, 2.2). */
const inGroups = (address: string) =>
  address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, a, b, c, d) => `${hex(a, b)}:${hex(c, d)}`);

/** The eight groups of an IPv6 address, in hexadecimal without noughts before it. */
function groupsOf(address: string): string[] {
  const [head, tail] = address.split('::');
  const split = (part: string | undefined) => (part ? part.split(':') : []);
  const [before, after] = [split(head), split(tail)];
  const between = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(between).fill('0'), ...after].map((group) =>
    group.toLowerCase().replace(/^0+(?=.)/, ''),
  );
}

const dotted = (group = '0') => {
  const number = Number.parseInt(group, 16);
  return `${number >> 8}.${number & 255}`;
};

/**
 * The connection an address belongs to, as limits count it: an IPv4 address is one, also where it is written as
 * IPv6, and of IPv6 a whole /64, which is what one home or office is given (RFC 6177).
 */
export function connectionOf(address: string): string {
  if (!address.includes(':')) return address;
  const groups = groupsOf(inGroups(address.split('%', 1)[0] ?? address));
  const isMapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff';
  return isMapped
    ? `${dotted(groups[6])}.${dotted(groups[7])}`
    : `${groups.slice(0, 4).join(':')}::/64`;
}
