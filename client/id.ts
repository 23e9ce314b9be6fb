/**
 * A new id for a message, a tab or whatever else a client names: 96 random bits in 24 letters and digits.
 * Not `crypto.randomUUID`, which browsers withhold from pages without TLS.
 */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => (byte + 256).toString(16).slice(1)).join("");
}
