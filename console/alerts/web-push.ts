import { create } from "zustand";
import type { PushRequest, PushState } from "../../protocol/rest.ts";
import { del, get, put } from "../state/api.ts";
import { on } from "../state/connection.ts";
import { readKept, writeKept } from "../state/kept.ts";
import { useMe } from "../state/me.ts";
import { usePreferences } from "../state/preferences.ts";
import { hasWorkers, worker } from "../state/worker.ts";
import { askPermission, usePermission } from "./notifications.ts";

/**
 * Whether the server calls this browser while no window is open. `unsupported`: the browser has no Web Push; `not-here`: the server does
 * not call; `blocked`: the browser shows no notifications of ours.
 */
export type Push = "unknown" | "unsupported" | "not-here" | "blocked" | "off" | "on";

export const usePush = create<{ push: Push }>(() => ({ push: "unknown" }));

/** Who wants it in this browser: the session that the server knows it by ends with each signing out. */
const KEPT = "shopbell.push";

/** Asks the server how things stand, and tells it again what it has forgotten with a session. */
export async function lookAtPush(): Promise<void> {
  if (!hasWorkers() || !("PushManager" in globalThis)) return usePush.setState({ push: "unsupported" });
  const { publicKey, subscribed } = await get<PushState>("/me/push");
  if (publicKey === undefined) return usePush.setState({ push: "not-here" });
  const isWanted = readKept(KEPT) === useMe.getState().me?.id;
  if (usePermission.getState().permission !== "granted") {
    if (subscribed) await del("/me/push");
    return usePush.setState({ push: usePermission.getState().permission === "denied" ? "blocked" : "off" });
  }
  if (isWanted) await subscribe(publicKey);
  usePush.setState({ push: isWanted ? "on" : "off" });
}

/**
 * Has this browser called. Only during a press: the browser may ask for permission.
 * @throws when the browser does not let itself be called
 */
export async function turnPushOn(): Promise<void> {
  await askPermission();
  if (usePermission.getState().permission !== "granted") return usePush.setState({ push: "blocked" });
  const { publicKey } = await get<PushState>("/me/push");
  if (publicKey === undefined) return usePush.setState({ push: "not-here" });
  await subscribe(publicKey);
  writeKept(KEPT, useMe.getState().me?.id ?? "");
  usePush.setState({ push: "on" });
}

/** Has this browser called no more. */
export async function turnPushOff(): Promise<void> {
  writeKept(KEPT, "");
  await del("/me/push");
  usePush.setState({ push: "off" });
  const subscription = await (await worker()).pushManager.getSubscription();
  await subscription?.unsubscribe();
}

async function subscribe(publicKey: string): Promise<void> {
  const { pushManager } = await worker();
  const known = await pushManager.getSubscription();
  // Of a server that has been set up anew: its calls would be refused.
  const isOld = known !== null && toText(known.options.applicationServerKey) !== publicKey;
  if (isOld) await known.unsubscribe();
  const made = isOld ? null : known;
  const subscription =
    made ?? (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }));
  const { endpoint = "", keys } = subscription.toJSON();
  const { p256dh = "", auth = "" } = keys ?? {};
  const { language } = usePreferences.getState();
  const request: PushRequest = { endpoint, keys: { p256dh, auth }, language };
  await put("/me/push", request);
}

function toText(key: ArrayBuffer | null): string {
  const base64 = key === null ? "" : btoa(String.fromCharCode(...new Uint8Array(key)));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Looks with each new line, until the returned function is called. What fails is asked again; the preferences tell of it. */
export function watchPush(): () => void {
  return on("welcome", () => void lookAtPush().catch(() => undefined));
}
