import { ChatError } from "../../chat/error.ts";
import type { PushAs } from "../../chat/message.ts";

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const FILE = /\.(?:pdf|zip|docx?|xlsx?|pptx?|odt|ods|odp|csv|txt|mp3|mp4|webm|mov|dmg|exe|apk|gz|7z)$/i;

/**
 * What an operator typed as a URL, made whole and judged: relative ones are of the page the visitor is on, only http and https go through.
 * A page of the visitor's own origin opens in place (the chat is on that page too); everything else waits for the visitor.
 */
export function readPush(typed: string, visitorPage: string, lengthLimit: number): { url: string; as: PushAs } {
  const text = typed.trim();
  if (text === "") throw new ChatError("empty", "Please write the address of a page, an image or a file.");
  if (text.length > lengthLimit) {
    throw new ChatError(
      "too-long",
      `This address is ${text.length} characters long; at most ${lengthLimit} can be pushed.`,
    );
  }
  // "www.example.com/a" is what people type; without this it would be a path of the shop.
  const guess = /^www\./i.test(text) ? `https://${text}` : text;
  const url = parse(guess, visitorPage);
  if (url === undefined)
    throw new ChatError("url-not-allowed", `"${shorten(text)}" is not an address that a browser can open.`);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new ChatError("url-not-allowed", `Only http and https addresses can be pushed, not "${url.protocol}".`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new ChatError("url-not-allowed", "An address that carries a name or a password cannot be pushed.");
  }
  if (url.href.length > lengthLimit)
    throw new ChatError("too-long", `This address is too long; at most ${lengthLimit} characters.`);
  return { url: url.href, as: kind(url, visitorPage) };
}

function kind(url: URL, visitorPage: string): PushAs {
  if (IMAGE.test(url.pathname)) return "image";
  if (FILE.test(url.pathname)) return "file";
  return url.origin === parse(visitorPage)?.origin ? "page" : "site";
}

function parse(text: string, base?: string): URL | undefined {
  return URL.parse(text, base) ?? undefined;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
