interface ScriptPolicies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const WORKER = `${import.meta.env.BASE_URL}worker.js`;
let registering: Promise<ServiceWorkerRegistration> | undefined;

/** Whether this browser has such workers, and the console is on https (or localhost). */
export function hasWorkers(): boolean {
  return "serviceWorker" in navigator;
}

/** The console's worker (public/worker.js), once it runs. Rejects where the browser will not run it. */
export function worker(): Promise<ServiceWorkerRegistration> {
  registering ??= register();
  return registering;
}

async function register(): Promise<ServiceWorkerRegistration> {
  // Asked for at the server each time: the worker must not be older than the console.
  await navigator.serviceWorker.register(asScriptUrl(WORKER), { updateViaCache: "none" });
  return navigator.serviceWorker.ready;
}

/** The console's policy lets only named code make the address of a script; this one makes one address. */
function asScriptUrl(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
  return trustedTypes?.createPolicy("shopbell-worker", { createScriptURL: () => WORKER }).createScriptURL(url) ?? url;
}
