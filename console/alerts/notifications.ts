import { create } from "zustand";

/** `unsupported`: this browser has none, or the console is not on https. */
export type Permission = NotificationPermission | "unsupported";

export const usePermission = create<{ permission: Permission }>(() => ({ permission: current() }));

interface Popup {
  tag: string;
  title: string;
  body: string;
  /** Handed to the worker with what the operator presses. `waits`: it stands until it is answered. */
  data: { conversation?: string; waits: boolean };
  actions: { action: string; title: string }[];
}

/** `actions` are in no browser's type, because they exist for workers' notifications only. */
interface PopupOptions extends NotificationOptions {
  actions: Popup["actions"];
  renotify: boolean;
}

interface ScriptPolicies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const WORKER = `${import.meta.env.BASE_URL}alerts-worker.js`;
let registering: Promise<ServiceWorkerRegistration> | undefined;
/** The browser would not run the worker: then there are no notifications, and the preferences say so. */
let hasFailed = false;

/** Asks the operator whether the browser may show notifications; it asks only during a press. */
export async function askPermission(): Promise<void> {
  if (current() === "default") await Notification.requestPermission();
  usePermission.setState({ permission: current() });
}

/** Follows what the operator allows in the browser's own settings, until the returned function is called. */
export function watchPermission(): () => void {
  const look = () => usePermission.setState({ permission: current() });
  addEventListener("focus", look);
  return () => removeEventListener("focus", look);
}

/** Shows a notification in place of the one with the same tag. The system sounds nothing: the console does. */
export async function showPopup({ tag, title, body, data, actions }: Popup): Promise<void> {
  const options: PopupOptions = {
    tag,
    body,
    data,
    actions,
    icon: `${import.meta.env.BASE_URL}icon.svg`,
    requireInteraction: data.waits,
    silent: true,
    renotify: false,
  };
  await (await worker()).showNotification(title, options);
}

/** Takes the notifications away that `isOver` is true for. */
export async function closePopups(isOver: (tag: string) => boolean): Promise<void> {
  if (current() !== "granted") return;
  const shown = await (await worker()).getNotifications();
  for (const notification of shown) if (isOver(notification.tag)) notification.close();
}

async function worker(): Promise<ServiceWorkerRegistration> {
  registering ??= register();
  try {
    return await registering;
  } catch (cause) {
    hasFailed = true;
    usePermission.setState({ permission: current() });
    throw new Error("The worker for notifications could not be started.", { cause });
  }
}

async function register(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register(asScriptUrl(WORKER));
  return navigator.serviceWorker.ready;
}

/** The console's policy lets only named code make the address of a script; this one makes one address. */
function asScriptUrl(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
  return trustedTypes?.createPolicy("shopbell-alerts", { createScriptURL: () => WORKER }).createScriptURL(url) ?? url;
}

function current(): Permission {
  const isThere = "Notification" in globalThis && "serviceWorker" in navigator;
  return isThere && !hasFailed ? Notification.permission : "unsupported";
}
