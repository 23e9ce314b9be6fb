import { t } from "../strings/t.ts";
import { CopyButton } from "./copy-button.tsx";
import styles from "./script-tag.module.css";

/** The tag that brings a site's widget onto a page. */
function scriptTag(siteKey: string): string {
  return `<script src="${location.origin}/widget.js" data-site="${siteKey}" async></script>`;
}

/** The tag to copy. */
export function ScriptTag({ siteKey }: { siteKey: string }) {
  const tag = scriptTag(siteKey);
  return (
    <div className={styles.tag}>
      <code>{tag}</code>
      <CopyButton text={tag} label={t("shell.copyTag")} />
    </div>
  );
}
