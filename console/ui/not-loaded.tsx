import { CloudOff } from "lucide-react";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { onLine } from "../state/connection.ts";
import type { Key } from "../strings/catalogue.ts";
import { t } from "../strings/t.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { EmptyState } from "./empty-state.tsx";
import styles from "./not-loaded.module.css";
import type { Missing } from "./why-missing.ts";

interface Told {
  why: Missing;
  /** Tries once more, and settles in any case; when the part has come, it is drawn instead. */
  again: () => Promise<void>;
}

/** Stands where a part of the console would that did not come. */
export function NotLoaded({ why, again }: Told) {
  const { button, presses } = useAgain(why, again);
  const place = useRef<HTMLDivElement>(null);
  useHandOver(place);
  return (
    <div ref={place} className={styles.place}>
      <EmptyState icon={<CloudOff />} title={t("shell.notLoaded")}>
        <Reason key={presses} why={why} />
        {button}
      </EmptyState>
    </div>
  );
}

/** The same where the part is a window. */
export function NotLoadedWindow({ why, again, close }: Told & { close: () => void }) {
  const { button, presses } = useAgain(why, again);
  return (
    <Dialog open onClose={close} title={t("shell.notLoaded")} footer={button}>
      <Reason key={presses} why={why} />
    </Dialog>
  );
}

/** Anew for each press, so that who hears it hears that it was in vain once more. */
function Reason({ why }: { why: Missing }) {
  return <p role="alert">{t(REASONS[why])}</p>;
}

const REASONS: { readonly [why in Missing]: Key } = {
  unreachable: "shell.notLoadedUnreachable",
  outdated: "shell.notLoadedOutdated",
  failed: "shell.notLoadedFailed",
};

/** The button that tries again, which happens without it as well: at once, because this may stand here from before, and when the line is back. */
function useAgain(why: Missing, again: () => Promise<void>): { button: ReactNode; presses: number } {
  const [isTrying, setTrying] = useState(false);
  const [presses, setPresses] = useState(0);
  useEffect(() => {
    void again();
    return onLine(({ kind }) => {
      if (kind === "online") void again();
    });
  }, [again]);
  const press = async () => {
    if (isTrying) return;
    setTrying(true);
    await again();
    setTrying(false);
    setPresses((count) => count + 1);
  };
  const button =
    why === "outdated" ? (
      <Button look="primary" onClick={() => location.reload()}>
        {t("shell.reload")}
      </Button>
    ) : (
      <Button look="primary" aria-disabled={isTrying} onClick={() => void press()}>
        {t("shell.tryAgain")}
      </Button>
    );
  return { button, presses };
}

/** Who has the focus on the button has it within the part when that has come; what comes may take it by itself. */
function useHandOver(place: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const here = place.current;
    const parent = here?.parentElement;
    if (!here || !parent) return undefined;
    return () => {
      if (!here.contains(document.activeElement)) return;
      const index = [...parent.children].indexOf(here);
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) firstIn(parent.children[index])?.focus();
      });
    };
  }, [place]);
}

function firstIn(part: Element | undefined): HTMLElement | null {
  const within = "a[href], button, input, select, textarea, [tabindex]";
  return part?.matches(within) && part instanceof HTMLElement
    ? part
    : (part?.querySelector<HTMLElement>(within) ?? null);
}
