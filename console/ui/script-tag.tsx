import { patientTag, plainTag } from "../../protocol/script-tag.ts";
import { t } from "../strings/t.ts";
import { CopyButton } from "./copy-button.tsx";
import styles from "./script-tag.module.css";

/** The tag to copy, and the one for pages that cannot have it. */
export function ScriptTag({ siteKey }: { siteKey: string }) {
  const widget = { url: `${location.origin}/widget.js`, siteKey };
  return (
    <div className={styles.both}>
      <Tag text={patientTag(widget)} />
      <details>
        <summary>{t("shell.plainTag")}</summary>
        <p>{t("shell.plainTagText")}</p>
        <Tag text={plainTag(widget)} />
      </details>
    </div>
  );
}

function Tag({ text }: { text: string }) {
  return (
    <div className={styles.tag}>
      <code>{text}</code>
      <CopyButton text={text} label={t("shell.copyTag")} />
    </div>
  );
}
