import { create } from "zustand";

/** What Chromium sends when the console can be installed as an app; no type of the browsers' has it. */
interface InstallPrompt extends Event {
  prompt(): Promise<{ outcome: "accepted" | "dismissed" }>;
}

const standalone = matchMedia("(display-mode: standalone)");

/** `app`: it runs as one. `offered`: one press installs it. `by-hand`: perhaps the browser's menu does. */
export type Installing = "app" | "offered" | "by-hand";

export const useInstall = create<{ state: Installing }>(() => ({ state: standalone.matches ? "app" : "by-hand" }));

let offered: InstallPrompt | undefined;

/** Listens for the browser's offer, which comes once, early. */
export function watchInstall(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offered = event as InstallPrompt;
    useInstall.setState({ state: "offered" });
  });
  addEventListener("appinstalled", () => useInstall.setState({ state: "app" }));
  standalone.addEventListener("change", ({ matches }) => matches && useInstall.setState({ state: "app" }));
}

/** Asks the browser to ask the person. */
export async function install(): Promise<void> {
  const { outcome } = (await offered?.prompt()) ?? { outcome: "dismissed" };
  offered = undefined;
  if (outcome === "dismissed") useInstall.setState({ state: "by-hand" });
}
