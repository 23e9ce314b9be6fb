// Shows nothing, fetches nothing, caches nothing: it only hears what the operator does with a desktop notification, which
// outlives the page that showed it. It has no fetch handler, so that the console always comes from the server.

const words = new BroadcastChannel("shopbell.alerts");

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("notificationclose", ({ notification }) => dismiss(notification));

self.addEventListener("notificationclick", (event) => {
  const { notification, action } = event;
  notification.close();
  if (action === "dismiss") return dismiss(notification);
  event.waitUntil(open(action === "accept" ? "accept" : "open", notification));
});

function dismiss({ data }) {
  if (data?.waits) words.postMessage({ say: "dismiss", conversation: data.conversation });
}

async function open(what, { data }) {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const consoles = windows.filter(({ url }) => new URL(url).pathname.startsWith("/console"));
  // A chat's own window shows that chat only.
  const desk = consoles.find(({ url }) => !url.includes("#/chat/")) ?? consoles[0];
  if (desk === undefined) return void (await self.clients.openWindow("/console/"));
  if (data?.conversation !== undefined) desk.postMessage({ do: what, conversation: data.conversation });
  // The browser may refuse to bring a window to the front; the operator's wish has been told all the same.
  await desk.focus().catch(() => undefined);
}
