import { isIPv4 } from "node:net";

/** A node of the tree: on the bit 0 and on the bit 1 another node, where some data stand, or nothing. */
type Branch = Node | { data: number } | undefined;
type Node = [Branch, Branch];

/**
 * A small MaxMind database (https://maxmind.github.io/MaxMind-DB/) that gives networks their countries: `{ "2001:db8::/32": "DE" }`.
 */
export function makeMmdb(countries: Readonly<Record<string, string>>): Buffer {
  const root: Node = [undefined, undefined];
  const data: Buffer[] = [];
  let length = 0;
  for (const [network, country] of Object.entries(countries)) {
    const entry = map({ country: map({ iso_code: text(country) }) });
    insert(root, bitsOf(network), { data: length });
    data.push(entry);
    length += entry.length;
  }
  const nodes: Node[] = [];
  collect(root, nodes);
  const tree = Buffer.alloc(nodes.length * 6);
  nodes.forEach((node, index) => {
    node.forEach((branch, side) => tree.writeUIntBE(recordOf(branch, nodes), index * 6 + side * 3, 3));
  });
  const metadata = map({
    node_count: number(6, nodes.length, 4),
    record_size: number(5, 24, 2),
    ip_version: number(5, 6, 2),
    database_type: text("Test-Country"),
    binary_format_major_version: number(5, 2, 2),
    binary_format_minor_version: number(5, 0, 2),
    build_epoch: number(6, 1_790_000_000, 4),
    languages: Buffer.from([0, 4]),
    description: map({}),
  });
  const marker = Buffer.concat([Buffer.from([0xab, 0xcd, 0xef]), Buffer.from("MaxMind.com")]);
  return Buffer.concat([tree, Buffer.alloc(16), ...data, marker, metadata]);
}

/** The bits of a network; an IPv4 network stands at ::/96. */
function bitsOf(network: string): number[] {
  const [address = "", length = ""] = network.split("/");
  const isFour = isIPv4(address);
  const bytes = isFour ? [...Array<number>(12).fill(0), ...address.split(".").map(Number)] : bytesOfSix(address);
  const bits = bytes.flatMap((byte) => Array.from({ length: 8 }, (_, bit) => (byte >> (7 - bit)) & 1));
  return bits.slice(0, Number(length) + (isFour ? 96 : 0));
}

function bytesOfSix(address: string): number[] {
  const [head = [], tail = []] = address.split("::").map((part) => part.split(":").filter((group) => group !== ""));
  const zeros = Array<string>(8 - head.length - tail.length).fill("0");
  return [...head, ...zeros, ...tail].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}

function insert(root: Node, bits: readonly number[], leaf: { data: number }): void {
  let node = root;
  bits.forEach((bit, index) => {
    if (index === bits.length - 1) {
      node[bit] = leaf;
      return;
    }
    const next = node[bit];
    if (Array.isArray(next)) {
      node = next;
    } else {
      const made: Node = [undefined, undefined];
      node[bit] = made;
      node = made;
    }
  });
}

function collect(node: Node, into: Node[]): void {
  into.push(node);
  for (const branch of node) if (Array.isArray(branch)) collect(branch, into);
}

/** The next node's number, the number of nodes for nothing, or beyond it the place of the data (after 16 bytes of nothing). */
function recordOf(branch: Branch, nodes: readonly Node[]): number {
  if (branch === undefined) return nodes.length;
  return Array.isArray(branch) ? nodes.indexOf(branch) : nodes.length + 16 + branch.data;
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([(2 << 5) | value.length]), Buffer.from(value)]);
}

function number(type: 5 | 6, value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(1 + bytes);
  buffer[0] = (type << 5) | bytes;
  buffer.writeUIntBE(value, 1, bytes);
  return buffer;
}

function map(entries: Readonly<Record<string, Buffer>>): Buffer {
  const pairs = Object.entries(entries).flatMap(([key, value]) => [longText(key), value]);
  return Buffer.concat([Buffer.from([(7 << 5) | Object.keys(entries).length]), ...pairs]);
}

/** A length of 29 and more is told in one more byte. */
function longText(value: string): Buffer {
  if (value.length < 29) return text(value);
  return Buffer.concat([Buffer.from([(2 << 5) | 29, value.length - 29]), Buffer.from(value)]);
}
