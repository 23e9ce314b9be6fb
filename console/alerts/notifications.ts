import { create } from "zustand";
import { hasWorkers, worker } from "../state/worker.ts";

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
  await (await notifier()).showNotification(title, options);
}

/** Takes the notifications away that `isOver` is true for. */
export async function closePopups(isOver: (tag: string) => boolean): Promise<void> {
  if (current() !== "granted") return;
  const shown = await (await notifier()).getNotifications();
  for (const notification of shown) if (isOver(notification.tag)) notification.close();
}

async function notifier(): Promise<ServiceWorkerRegistration> {
  try {
    return await worker();
  } catch (cause) {
    hasFailed = true;
    usePermission.setState({ permission: current() });
    throw new Error("The worker for notifications could not be started.", { cause });
  }
}

function current(): Permission {
  const isThere = "Notification" in globalThis && hasWorkers();
  return isThere && !hasFailed ? Notification.permission : "unsupported";
}
