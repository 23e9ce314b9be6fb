const BLOCKS = 253;
/** By which visitors of different processes are told apart. */
const block = 1 + (process.pid % BLOCKS);

/**
 * An address of this computer for the visitor of this number, as each has one of their own in life. Nothing is given where there is but one, which is
 * everywhere but on Linux. Many connections from one address are slow to open: for each the system looks for a port that no other has,
 * and those of closed connections are kept for a minute.
 */
export function addressOf(index: number): string | undefined {
  return process.platform === "linux" ? `127.${block}.${(index >> 8) & 255}.${index & 255}` : undefined;
}
