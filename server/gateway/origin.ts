/**
 * A typed address reduced to the origin that browsers name: scheme, host and port, lower case, a default port left out. Undefined when it
 * is not the address of a web page; the scheme is not guessed, because a wrong guess would be refused later and elsewhere.
 */
export function readOrigin(typed: string): string | undefined {
  const url = URL.parse(typed.trim());
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined;
  if (url.username !== "" || url.password !== "" || url.hostname.includes("*")) return undefined;
  return url.origin;
}
