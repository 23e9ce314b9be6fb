import { Suspense } from "react";
import { useBan } from "./ban.ts";
import { onDemand } from "../ui/on-demand.tsx";

const BanDialog = onDemand(() => import("./ban-dialog.tsx").then((it) => it.BanDialog), {
  close: () => useBan.setState({ target: undefined }),
});

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
