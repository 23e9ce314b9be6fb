import { Suspense } from "react";
import { closeVisitor, useOpenVisitor } from "./open.ts";
import { onDemand } from "../ui/on-demand.tsx";

const VisitorPanel = onDemand(() => import("./visitor-panel.tsx").then((it) => it.VisitorPanel), {
  close: closeVisitor,
});

/** The panel of a visitor, over whatever is on the screen; loaded when it is first opened. */
export function VisitorPanelWindow() {
  const whose = useOpenVisitor((state) => state.whose);
  if (whose === undefined) return null;
  return (
    <Suspense fallback={null}>
      <VisitorPanel key={`${whose.site}/${whose.visitor}`} {...whose} />
    </Suspense>
  );
}
