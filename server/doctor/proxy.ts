import { WebSocket } from "ws";
import { CLOSE } from "../../protocol/close.ts";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import { type Finding, finding, problem } from "./finding.ts";

/** How long a server, or what stands before it, may take. */
const PATIENCE_MS = 10_000;

/** What `/health` says. */
interface Health {
  status: string;
  version: string;
  client?: { address: string; forwarded: "none" | "trusted" | "ignored" };
}

/**
 * Asks the server by the address that people use, through whatever stands before it. @param isPublic whether that is the public URL, so that
 * a proxy is to be expected
 */
export async function examineWay(url: string, isPublic: boolean): Promise<Finding[]> {
  let health: Health;
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    health = (await answer.json()) as Health;
    if (health.status !== "ok") throw new Error(`it answered ${answer.status}`);
  } catch (error) {
    const why = error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : String(error);
    if (!isPublic) return [finding("server", "Server", `none answers at ${url}, so the way to it was not looked at`)];
    const advice = "Start the server, and see that the name leads to the proxy and the proxy to the server.";
    return [finding("server", "Server", `${url}/health: ${why}`, problem(advice))];
  }
  return [
    finding("server", "Server", `${url} answers, version ${health.version}`),
    ...(isPublic ? [judgeForwarding(health.client)] : []),
    await examineUpgrade(url),
  ];
}

export function judgeForwarding(client: Health["client"]): Finding {
  const [id, about] = ["forwarded", "Visitors' addresses"];
  switch (client?.forwarded) {
    case "trusted":
      return finding(id, about, `come through the proxy: this computer is ${client.address}`);
    case "ignored":
      return finding(
        id,
        about,
        `the proxy at ${client.address} tells them, and is not believed`,
        problem(
          `Start the server with --trusted-proxies ${client.address}: now all visitors share the proxy's address and its bounds.`,
        ),
      );
    case "none":
      return finding(
        id,
        about,
        `the server was called by ${client.address}, without X-Forwarded-For`,
        problem(
          "Let the proxy send X-Forwarded-For (nginx: proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for).",
        ),
      );
    case undefined:
      return finding(
        id,
        about,
        "the server does not say",
        problem("Bring the server up to this version and start it anew."),
      );
  }
}

/** Whether a WebSocket reaches the server: one that asks for a site that is not there is told so by the server itself. */
async function examineUpgrade(url: string): Promise<Finding> {
  const [id, about] = ["upgrade", "WebSocket"];
  const advice =
    "Let the proxy pass WebSockets on (nginx: proxy_http_version 1.1, and the headers Upgrade and Connection; see docs/operating.md).";
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/ws/visitor`, {
    handshakeTimeout: PATIENCE_MS,
    origin: url,
  });
  const timer = setTimeout(() => socket.terminate(), PATIENCE_MS);
  const ended = Promise.withResolvers<{ code: number; why: string }>();
  let why = "";
  socket.on("error", (error) => (why = error.message));
  socket.on("open", () => socket.send(JSON.stringify(HELLO)));
  socket.on("close", (code) => ended.resolve({ code, why }));
  const { code, why: failure } = await ended.promise;
  clearTimeout(timer);
  if (code === CLOSE.unknownSite.code || code === CLOSE.robot.code)
    return finding(id, about, "gets through to the server");
  return finding(
    id,
    about,
    `does not get through: ${failure === "" ? `it closed with ${code}` : failure}`,
    problem(advice),
  );
}

const HELLO = {
  type: "hello",
  version: PROTOCOL_VERSION,
  site: "no-such-site-asks-the-doctor",
  tab: "the-doctor",
  page: { url: "https://doctor.invalid/", title: "" },
  looking: false,
  visit: { count: 1, elapsedMs: 0, pages: 1, cameFrom: "" },
  language: "en",
  timeZone: "UTC",
};
