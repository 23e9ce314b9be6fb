import Bowser from "bowser";
import { isbot } from "isbot";

/** "Firefox on macOS" and "Desktop", from a User-Agent header. Empty words when it does not say. */
export function readUserAgent(userAgent: string): { browser: string; device: string } {
  if (userAgent === "") return { browser: "", device: "" };
  const { browser, os, platform } = Bowser.parse(userAgent);
  const name = [browser.name, os.name === undefined ? undefined : `on ${os.name}`].filter(Boolean).join(" ");
  const type = platform.type ?? "";
  return { browser: name.slice(0, 60), device: (type.charAt(0).toUpperCase() + type.slice(1)).slice(0, 60) };
}

/** A crawler or a monitor: it is nobody whom an operator could greet. */
export function isRobot(userAgent: string): boolean {
  return isbot(userAgent);
}
