import { useEffect, useRef } from "react";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import styles from "./log.module.css";

/** Stands above the first message there is here: reads on when the reader comes near. To be made anew for each part (`key`). */
export function Earlier({ of, read }: { of: string; read: (id: string) => void }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (element.current === null) return undefined;
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && read(of), {
      root: element.current.closest("[data-scroller]"),
      rootMargin: "400px",
    });
    near.observe(element.current);
    return () => near.disconnect();
  }, [of, read]);
  return (
    <div ref={element} className={styles.earlier}>
      <Button size="small" look="quiet" onClick={() => read(of)}>
        {t("chat.earlier")}
      </Button>
    </div>
  );
}
