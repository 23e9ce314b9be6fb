import { createHash, randomBytes } from "node:crypto";

/** What is given to a browser or put into a link: 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of it: whoever reads the store cannot sign in with it. A random secret needs no salt. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
