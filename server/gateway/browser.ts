import Bowser from "bowser";
import { isbot } from "isbot";

interface Browser {
  browser: string;
  device: string;
  /** A crawler or a monitor: it is nobody whom an operator could greet. */
  isRobot: boolean;
}

/** As many headers as are remembered; a shop's visitors have some hundreds of them, and reading one takes a quarter of a greeting's time. */
const MOST = 1_000;
/** Longer ones are seldom equal, and with this bound all that are remembered take half a megabyte at most. */
const LONGEST = 500;
const known = new Map<string, Browser>();

/** What a User-Agent header says. */
export function readUserAgent(userAgent: string): Browser {
  const found = known.get(userAgent);
  if (found !== undefined) return found;
  const read = { ...parse(userAgent), isRobot: isbot(userAgent) };
  if (userAgent.length > LONGEST) return read;
  if (known.size >= MOST) known.clear();
  known.set(userAgent, read);
  return read;
}

/** "Firefox on macOS" and "Desktop", from a User-Agent header. Empty words when it does not say. */
function parse(userAgent: string): { browser: string; device: string } {
  if (userAgent === "") return { browser: "", device: "" };
  const { browser, os, platform } = Bowser.parse(userAgent);
  const name = [browser.name, os.name === undefined ? undefined : `on ${os.name}`].filter(Boolean).join(" ");
  const type = platform.type ?? "";
  return { browser: name.slice(0, 60), device: (type.charAt(0).toUpperCase() + type.slice(1)).slice(0, 60) };
}
