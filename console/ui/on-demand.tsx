import { type ComponentType, type ReactNode, use } from "react";
import { create } from "zustand";
import { NotLoaded, NotLoadedWindow } from "./not-loaded.tsx";
import { type Missing, whyMissing } from "./why-missing.ts";

/** For a part that is a window: that it did not come is said in one as well. */
interface AsWindow<P> {
  close: (props: P) => void;
  /** A hook, for one that is drawn also while it is closed. */
  useIsOpen?: () => boolean;
}

type Outcome<P> = { kind: "here"; Part: ComponentType<P> } | { kind: "missing"; why: Missing };

/**
 * A part of the console whose code comes when it is first drawn; until then the nearest `Suspense` stands in its place. What does not come
 * says so there, and is tried again: at a press, when it is drawn again, and when the line to the server is back. (React's own `lazy` tries
 * once, and then takes everything around it down.)
 */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>, asWindow?: AsWindow<P>) {
  const useOutcome = create<{ outcome?: Outcome<P> }>(() => ({}));
  let last: Promise<void> | undefined;
  const attempt = async () => {
    if (useOutcome.getState().outcome?.kind !== "here") useOutcome.setState({ outcome: await tryToFetch(load) });
  };
  // One after the other: one that is under way may have begun before the server was back.
  const again = () => (last = (last ?? Promise.resolve()).then(attempt));
  const { close, useIsOpen = always } = asWindow ?? {};
  return function OnDemand(props: P): ReactNode {
    const isOpen = useIsOpen();
    const outcome = useOutcome((state) => state.outcome);
    if (outcome === undefined) use((last ??= attempt()));
    if (outcome === undefined) return null;
    if (outcome.kind === "here") return <outcome.Part {...props} />;
    if (close === undefined) return <NotLoaded why={outcome.why} again={again} />;
    return isOpen && <NotLoadedWindow why={outcome.why} again={again} close={() => close(props)} />;
  };
}

async function tryToFetch<P>(load: () => Promise<ComponentType<P>>): Promise<Outcome<P>> {
  try {
    return { kind: "here", Part: await load() };
  } catch (error) {
    // Into the browser's log: that it was asked for in vain stands there, but not what went wrong in the part itself.
    reportError(error);
    return { kind: "missing", why: await whyMissing() };
  }
}

function always(): boolean {
  return true;
}
