import { useEffect, useRef, useState } from "react";
import type { SiteLook, WidgetLanguage } from "../../protocol/look.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { type Scene, showWidget } from "./look-preview.ts";
import styles from "./look.module.css";

const SCENES: readonly Scene[] = ["chat", "away", "button"];
/** So that not each letter that is typed makes a new widget. */
const PAUSE_MS = 150;

/** The widget as it would be; what is wrong in the look does not show until it is right. */
export function LookStage({
  site,
  look,
  language,
}: {
  site: string;
  look: SiteLook | undefined;
  language: WidgetLanguage;
}) {
  const stage = useRef<HTMLDivElement>(null);
  const [scene, setScene] = useState<Scene>("chat");
  const [dark, setDark] = useState(false);
  const text = look && JSON.stringify(look);
  useEffect(() => {
    if (text === undefined) return undefined;
    const timer = setTimeout(() => {
      if (stage.current !== null)
        showWidget(stage.current, { look: JSON.parse(text) as SiteLook, site, language, scene, dark });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, site, language, scene, dark]);
  return (
    <div className={styles.preview}>
      <div className={styles.scenes} role="group" aria-label={t("look.preview")}>
        {SCENES.map((name) => (
          <Button key={name} size="small" aria-pressed={scene === name} onClick={() => setScene(name)}>
            {t(`look.show-${name}`)}
          </Button>
        ))}
        <label>
          <input type="checkbox" checked={dark} onChange={({ target }) => setDark(target.checked)} />
          {t("look.dark")}
        </label>
      </div>
      {/* To be looked at: nothing in it can be pressed, and the fields around say the same in words. */}
      <div role="img" aria-label={t("look.previewOf")}>
        <div ref={stage} className={cx(styles.stage, dark && styles.dark)} inert />
      </div>
    </div>
  );
}
