import { lazy, Suspense } from "react";
import { useBan } from "./ban.ts";

const BanDialog = lazy(() => import("./ban-dialog.tsx").then((it) => ({ default: it.BanDialog })));

/** The ban window, whose code comes when it is first opened. */
export function BanWindow() {
  const isOpen = useBan(({ target }) => target !== undefined);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <BanDialog />
    </Suspense>
  );
}
