/**
 * A new id for a message, a tab or whatever else a client names: the time, so that a store finds new ids beside each other
 * (random ones alone cost it half as much again), and 96 random bits, in lower-case letters and digits.
 * Not `crypto.randomUUID`, which browsers withhold from pages without TLS.
 */
export function newId(): string {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => (byte + 256).toString(16).slice(1));
  return Date.now().toString(36) + random.join("");
}
