// The console's worker. It hears what outlives every window: what the operator does with a notification, and the server's calls while no
// window is open. And it says so when the server cannot be reached. It keeps nothing: the console always comes from the server, so that
// nobody works with yesterday's.

const words = new BroadcastChannel("shopbell.alerts");

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(begin()));

async function begin() {
  // The page is asked for while the worker starts, not after.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

// Only what opens a window; everything else goes its way without us.
self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") event.respondWith(page(event));
});

async function page({ request, preloadResponse }) {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch {
    return unreachable();
  }
}

const UNREACHABLE = {
  en: [
    "Shopbell cannot be reached",
    "Are you online, and is the server running? The console comes back by itself.",
    "Try again",
  ],
  de: [
    "Shopbell ist nicht erreichbar",
    "Sind Sie online, und läuft der Server? Die Konsole kommt von selbst wieder.",
    "Noch einmal versuchen",
  ],
};

function unreachable() {
  const language = languageOf(navigator.language);
  const [title, text, again] = UNREACHABLE[language];
  const nonce = crypto.randomUUID();
  const html = `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <style>
      :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
      body { display: grid; place-content: center; min-block-size: 100vh; margin: 0; padding: 24px; box-sizing: border-box; text-align: center; background: light-dark(#f7f6f3, #131412); color: light-dark(#1d1c1a, #ecebe6); }
      h1 { margin: 0 0 8px; font-size: 20px; }
      p { max-inline-size: 44ch; margin: 0 0 20px; }
      a { color: light-dark(#0f6b5c, #3fb59f); }
    </style>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p>${text}</p>
      <a href="">${again}</a>
    </main>
    <script nonce="${nonce}">
      // Only when the server is there again: who reads is not to be disturbed.
      setInterval(() => fetch("/health").then(({ ok }) => ok && location.reload(), () => undefined), 5000);
    </script>
  </body>
</html>
`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'`,
  };
  return new Response(html, { status: 503, headers });
}

// While no window of the operator is open, the server calls here.
self.addEventListener("push", (event) => event.waitUntil(tell(event.data.json())));

const TOLD = {
  en: {
    request: (visitor) => `#${visitor} asks for a chat`,
    transfer: (visitor) => `The chat with #${visitor} is offered to you`,
    message: (visitor) => `#${visitor} has written to you`,
    left: (visitor) => `#${visitor} has left a message`,
  },
  de: {
    request: (visitor) => `#${visitor} bittet um einen Chat`,
    transfer: (visitor) => `Der Chat mit #${visitor} wird Ihnen angeboten`,
    message: (visitor) => `#${visitor} hat Ihnen geschrieben`,
    left: (visitor) => `#${visitor} hat eine Nachricht hinterlassen`,
  },
};

// Named as the console names its own: a window that opens takes away what is over.
const TAGS = { request: "waiting", transfer: "waiting", message: "message", left: "left" };

async function tell({ kind, conversation, visitor, site, language }) {
  await self.registration.showNotification(TOLD[languageOf(language)][kind](visitor), {
    tag: `${TAGS[kind]}-${conversation}`,
    body: site,
    data: { conversation, waits: false, page: kind === "left" ? "/console/#/left" : "/console/" },
    icon: "/console/icon-192.png",
    requireInteraction: true,
    renotify: true,
  });
}

function languageOf(tag) {
  return String(tag).split("-")[0] === "de" ? "de" : "en";
}

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
  if (desk === undefined) return void (await self.clients.openWindow(data?.page ?? "/console/"));
  if (data?.conversation !== undefined) desk.postMessage({ do: what, conversation: data.conversation });
  // The browser may refuse to bring a window to the front; the operator's wish has been told all the same.
  await desk.focus().catch(() => undefined);
}
