import { create } from "zustand";
import type { Limits } from "../../protocol/limits.ts";
import type { DepartmentInfo } from "../../protocol/message.ts";
import type { Me, Role } from "../../protocol/rest.ts";
import type { Colleague } from "../../protocol/server-to-operator.ts";
import { on } from "./connection.ts";
import { readKept, writeKept } from "./kept.ts";

export interface SiteInfo {
  id: string;
  name: string;
  key: string;
}

export interface MeState {
  /** Who is signed in; missing before. */
  me: Me | undefined;
  /** One's own status, as the server has it. */
  status: "online" | "away";
  /** Away because nobody touched any of the operator's windows. */
  isAwayByItself: boolean;
  /** Away because the operator let so many offers in a row run out. */
  unanswered: number | undefined;
  /** Whether the host names of all whom the list shows may be looked up. */
  mayNameHosts: boolean;
  /** Missing until the first `welcome`, as is everything below. */
  limits: Limits | undefined;
  sites: readonly SiteInfo[];
  /** Id of the site that the console shows. */
  siteId: string | undefined;
  /** By name, all of the account. */
  departments: readonly DepartmentInfo[];
  /** Everybody who can sign in, oneself among them. */
  colleagues: readonly Colleague[];
  /** The server has another console by now than this window shows. */
  isOldConsole: boolean;
  /** The server's clock minus this computer's, milliseconds. */
  clockOffsetMs: number;
}

const nobody: MeState = {
  me: undefined,
  status: "online",
  isAwayByItself: false,
  unanswered: undefined,
  mayNameHosts: false,
  limits: undefined,
  sites: [],
  siteId: undefined,
  departments: [],
  colleagues: [],
  isOldConsole: false,
  clockOffsetMs: 0,
};

const ROLES: readonly Role[] = ["owner", "administrator", "supervisor", "operator"];
const KEPT_SITE = "shopbell.site";

/** Who is signed in and where: `useMe((s) => s.sites)` in components, `useMe.getState()` elsewhere. */
export const useMe = create<MeState>(() => nobody);

/** Milliseconds since 1970 by the server's clock; what times in frames are to be compared with. */
export function serverNow(): number {
  return Date.now() + useMe.getState().clockOffsetMs;
}

/** The site that the console shows. */
export function useSite(): SiteInfo | undefined {
  return useMe((state) => currentSite(state));
}

function currentSite({ sites, siteId }: Pick<MeState, "sites" | "siteId">): SiteInfo | undefined {
  return sites.find(({ id }) => id === siteId);
}

/** Shows another site, now and at the next visit. */
export function chooseSite(siteId: string): void {
  writeKept(KEPT_SITE, siteId);
  useMe.setState({ siteId });
}

/** Sets who is signed in; without, forgets everything. */
export function setMe(me: Me | undefined): void {
  useMe.setState(me === undefined ? nobody : { me });
}

function withSites(sites: readonly SiteInfo[]): Pick<MeState, "sites" | "siteId"> {
  const wanted = useMe.getState().siteId ?? readKept(KEPT_SITE);
  const site = sites.find(({ id }) => id === wanted) ?? sites[0];
  return { sites, siteId: site?.id };
}

/** The console that the server had when this window was first greeted. */
let firstBuild: string | undefined;

on("welcome", ({ operator, account, build, status, byItself, unanswered, departments = [], ...told }) => {
  const { hostNames, limits, sites, colleagues, now } = told;
  firstBuild ??= build;
  const role = ROLES.find((word) => word === operator.role) ?? "operator";
  useMe.setState({
    me: { ...operator, role, account },
    status,
    isAwayByItself: byItself === true,
    unanswered,
    mayNameHosts: hostNames === true,
    limits,
    departments,
    colleagues,
    isOldConsole: build !== firstBuild,
    clockOffsetMs: now - Date.now(),
    ...withSites(sites),
  });
});
on("sites", ({ sites }) => useMe.setState(withSites(sites)));
on("departments", ({ departments }) => useMe.setState({ departments }));
on("colleagues", ({ colleagues }) => useMe.setState({ colleagues }));
on("status", ({ status, byItself, unanswered }) =>
  useMe.setState({ status, isAwayByItself: byItself === true, unanswered }),
);
