import { lazy, Suspense } from "react";
import { useOpenVisitor } from "./open.ts";

const VisitorPanel = lazy(() => import("./visitor-panel.tsx").then((it) => ({ default: it.VisitorPanel })));

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
