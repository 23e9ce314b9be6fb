import { must } from "../../../chat/error.ts";
import type { Site, SiteChange } from "../../../chat/site.ts";
import * as installation from "../queries/installation.ts";
import { fromSite, toSite } from "../rows.ts";
import { all, first, run, type Steps } from "../steps.ts";

/** See `Store.reserveVisitorNumbers`. */
export function* reserveVisitorNumbers(count: number): Steps<number> {
  const row = yield* first(installation.count, { name: "visitor", count });
  return must(row, "the counter of visitors, which the first migration makes").next - count;
}

/** See `Store.sites`. */
export function* sites(): Steps<Site[]> {
  return (yield* all(installation.sites, {})).map(toSite);
}

/** See `Store.addSite`. */
export function* addSite(site: Site): Steps<Site> {
  const known = yield* first(installation.siteById, { id: site.id });
  if (known !== undefined) return toSite(known);
  yield* run(installation.addSite, fromSite(site));
  return site;
}

/** See `Store.changeSite`. */
export function* changeSite(id: string, change: SiteChange): Steps<Site | undefined> {
  const known = yield* first(installation.siteById, { id });
  if (known === undefined) return undefined;
  const row = yield* first(installation.changeSite, fromSite({ ...toSite(known), ...change }));
  return row && toSite(row);
}

/** See `Store.setting`. */
export function* setting(name: string): Steps<string | undefined> {
  return (yield* first(installation.setting, { name }))?.value;
}

/** See `Store.putSetting`. */
export function* putSetting(name: string, value: string): Steps<void> {
  yield* run(installation.putSetting, { name, value });
}

/** See `Store.putSettingOnce`. */
export function* putSettingOnce(name: string, value: string): Steps<string> {
  yield* run(installation.putSettingOnce, { name, value });
  return must(yield* first(installation.setting, { name }), "the setting that was just kept").value;
}
