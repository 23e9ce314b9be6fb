import type { Me, Site, Ticket } from "../protocol/rest.ts";

/** A server that is set up: its first site, and operators who have signed in. */
export interface Installation {
  port: number;
  siteKey: string;
  siteId: string;
  /** The server's own origin, from which the console speaks. */
  origin: string;
  /** One for each operator, as a browser sends them. */
  cookies: string[];
}

/** A page on which the site's widget may run. */
export const SHOP_ORIGIN = "https://shop.example";

const PASSWORD = "correct horse battery staple";

/** Redeems the set-up link of a new server and makes the operators, as people do. @param origins the shop's. */
export async function setUp(
  url: string,
  setUpLink: string,
  operators: number,
  origins: string[] = [SHOP_ORIGIN],
): Promise<Installation> {
  const post = (path: string, body: object, cookie?: string): Promise<Response> => postTo(url, path, body, cookie);
  const ticket = setUpLink.split("/").at(-1);
  const owner = await post("/set-up", {
    ticket,
    account: "Bench",
    login: "owner",
    name: "Owner",
    password: PASSWORD,
    site: { name: "Bench", origins },
  });
  const { site } = (await owner.json()) as { me: Me; site: Site };
  const cookies = [cookieOf(owner)];
  while (cookies.length < operators) {
    const name = `operator${cookies.length}`;
    const made = (await (await post("/operators/tickets", { role: "operator" }, cookies[0])).json()) as Ticket;
    cookies.push(cookieOf(await post("/join", { ticket: made.ticket, login: name, name, password: PASSWORD })));
  }
  return { port: Number(new URL(url).port), siteKey: site.key, siteId: site.id, origin: url, cookies };
}

/** @returns the same server, seen from another site of it, which is made. */
export async function addSite(installation: Installation, name: string): Promise<Installation> {
  const made = await postTo(installation.origin, "/sites", { name, origins: [SHOP_ORIGIN] }, installation.cookies[0]);
  const { id, key } = (await made.json()) as Site;
  return { ...installation, siteId: id, siteKey: key };
}

async function postTo(url: string, path: string, body: object, cookie?: string): Promise<Response> {
  const headers = { origin: url, "content-type": "application/json", ...(cookie === undefined ? {} : { cookie }) };
  const answer = await fetch(`${url}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
