import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * What a visitor's browser keeps to be known again: the visitor's number at this site, signed by this installation. Nothing about a
 * visitor who never chats is stored on the server.
 */
export class VisitorTokens {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  make(site: string, visitor: number): string {
    return `${visitor}.${this.#sign(site, visitor)}`;
  }

  /** The number, if the token is genuine and of this site. */
  read(site: string, token: string): number | undefined {
    const [number = "", signature = ""] = token.split(".");
    if (!/^[1-9]\d{0,15}$/.test(number)) return undefined;
    const visitor = Number(number);
    const expected = Buffer.from(this.#sign(site, visitor));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given) ? visitor : undefined;
  }

  #sign(site: string, visitor: number): string {
    return createHmac("sha256", this.#secret).update(`visitor ${site} ${visitor}`).digest("base64url");
  }
}
