import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from "node:crypto";
import { once } from "node:events";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { must } from "../../chat/error.ts";
import { atEnd } from "./endings.ts";
import { LOCALHOST } from "./localhost-certificate.ts";
import { Signals } from "./signals.ts";

/** A call, as the browser behind the service understands it. */
export interface Call {
  /** The path of the browser's address. */
  browser: string;
  headers: IncomingHttpHeaders;
  /** What the body says, decrypted. */
  word: Record<string, unknown>;
}

/** The push service of a browser's maker, and the browsers that it reaches (RFC 8030), speaking https on this computer. */
export async function startPushService(t: TestContext) {
  setDefaultCACertificates([...getCACertificates("default"), LOCALHOST.cert]);
  const browsers = new Map<string, { keys: ECDH; auth: Buffer; status: number; isSilent: boolean }>();
  const calls: Call[] = [];
  const signals = new Signals();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? "";
    const browser = must(browsers.get(path), `a browser at ${path}`);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const word = JSON.parse(decrypt(Buffer.concat(parts), browser.keys, browser.auth)) as Call["word"];
    calls.push({ browser: path, headers: request.headers, word });
    signals.happened();
    if (!browser.isSilent) response.writeHead(browser.status).end("a word that nobody reads");
  };
  const server = createServer(LOCALHOST, (request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  atEnd(t, () => {
    server.closeAllConnections();
    server.close();
  });
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    host,
    calls,
    /** Subscribes a browser; gives what it hands to its server. */
    browser(path: string, more: { status?: number; isSilent?: boolean } = {}) {
      const keys = createECDH("prime256v1");
      const auth = randomBytes(16);
      const p256dh = keys.generateKeys("base64url");
      browsers.set(path, { keys, auth, status: 201, isSilent: false, ...more });
      return { endpoint: `https://${host}${path}`, keys: { p256dh, auth: auth.toString("base64url") } };
    },
    until: (what: string, look: () => boolean) => signals.until(what, look),
  };
}

/** What an encrypted body says to the browser that has these keys (RFC 8291 § 3.4, RFC 8188 § 2). */
function decrypt(body: Buffer, keys: ECDH, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const senderLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + senderLength);
  const sealed = body.subarray(21 + senderLength);
  const about = Buffer.concat([Buffer.from("WebPush: info\0"), keys.getPublicKey(), sender]);
  const secret = derive(keys.computeSecret(sender), auth, about, 32);
  const key = derive(secret, salt, "Content-Encoding: aes128gcm\0", 16);
  const nonce = derive(secret, salt, "Content-Encoding: nonce\0", 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString(); // 2: the delimiter of the last record
}

function derive(secret: Buffer, salt: Buffer, about: Buffer | string, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, about, length));
}

/** What a call says of its sender, if the signature is by the key that it names (RFC 8292). */
export function senderOf(headers: IncomingHttpHeaders): { key: string; claims: Record<string, unknown> } {
  const [, token = "", key = ""] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const x = point.subarray(1, 33).toString("base64url");
  const y = point.subarray(33).toString("base64url");
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const isGenuine = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isGenuine) throw new Error("The call is signed by somebody else.");
  return { key, claims: JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<string, unknown> };
}
