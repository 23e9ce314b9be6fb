import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { watchIdle } from "./state/idle.ts";
import { watchInstall } from "./state/install.ts";
import { applyPreferences, usePreferences } from "./state/preferences.ts";
import { boot } from "./state/session.ts";
import { loadLanguage } from "./strings/catalogue.ts";
import { hasWorkers, worker } from "./state/worker.ts";

applyPreferences();
watchIdle();
watchInstall();
// Where the browser does not run it, there are no notifications, and the preferences say so.
if (hasWorkers()) void worker().catch(() => undefined);
void boot();

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app.");
const draw = () =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
// Where they cannot be had, it is drawn in English. No `await` here: the bundler would take the first load apart for it.
loadLanguage(usePreferences.getState().language).then(draw, draw);
