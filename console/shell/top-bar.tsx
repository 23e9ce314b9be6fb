import { RingButton } from "../alerts/ring-button.tsx";
import { Counters } from "./counters.tsx";
import { FilterBox } from "./filter-box.tsx";
import { OwnStatus } from "./own-status.tsx";
import { SiteSwitcher } from "./site-switcher.tsx";
import styles from "./top-bar.module.css";

/** Which site, how many visitors in which status, the filter, and one's own status. */
export function TopBar() {
  return (
    <header className={styles.frame}>
      <div className={styles.bar}>
        <SiteSwitcher />
        <Counters />
        <RingButton />
        <FilterBox />
        <OwnStatus />
      </div>
    </header>
  );
}
