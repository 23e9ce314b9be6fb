import { pathOf } from "../list/show.ts";
import { t } from "../strings/t.ts";
import { EntryTime } from "./entry-time.tsx";
import styles from "./visitor-panel.module.css";

/** The pages of this visit, the newest first, each with when the visitor came to it. */
export function Trail({
  pages,
  all,
}: {
  pages: readonly { url: string; title: string; at: number }[];
  /** How many there have been; more than are kept, in a long visit. */
  all: number | undefined;
}) {
  const more = Math.max(0, (all ?? 0) - pages.length);
  return (
    <section aria-labelledby="page-trail">
      <h3 id="page-trail" className={styles.head}>
        {t("visitor.trail")}
      </h3>
      <ol className={styles.trail} reversed>
        {pages.toReversed().map(({ url, title, at }) => (
          <li key={`${at} ${url}`}>
            <EntryTime at={at} />
            <a href={url} target="_blank" rel="noopener noreferrer" title={url}>
              <bdi>{title || pathOf(url)}</bdi>
            </a>
            {title !== "" && <bdi className={styles.path}>{pathOf(url)}</bdi>}
          </li>
        ))}
      </ol>
      {more > 0 && <p className={styles.quiet}>{t("visitor.earlier", { count: more })}</p>}
    </section>
  );
}
