/** The first byte: a text, whole in this frame. */
const TEXT = "\x81";

/**
 * A text as the frame in which a server sends it (RFC 6455, section 5.2: unmasked), each character of the result a byte. Several can be
 * added up and leave in one write, with the encoding "latin1". Nearly all that is sent is ASCII, which is its own UTF-8.
 */
export function textFrame(text: string): string {
  const length = Buffer.byteLength(text);
  const bytes = length === text.length ? text : Buffer.from(text).toString("latin1");
  return TEXT + lengthOf(length) + bytes;
}

/** In one, three or nine bytes. */
function lengthOf(bytes: number): string {
  if (bytes < 126) return String.fromCharCode(bytes);
  if (bytes < 65_536) return String.fromCharCode(126, bytes >>> 8, bytes & 0xff);
  const length = Buffer.alloc(9, 127);
  length.writeBigUInt64BE(BigInt(bytes), 1);
  return length.toString("latin1");
}
