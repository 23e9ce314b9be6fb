export interface Site {
  id: string;
  /** In the script tag; public. */
  key: string;
  name: string;
  /** Where the widget may run, as `scheme://host[:port]`, lower case. */
  origins: string[];
  /** Operators see what visitors write before it is sent; the widget tells the visitors so. */
  typingPreviews?: boolean;
  createdAt: number;
  /** Nothing = as it comes. */
  look?: SiteLook;
}

/** How the site's widget looks, as far as it was chosen; see `siteLookShape` in the protocol. */
export interface SiteLook {
  colour?: string;
  side?: "left" | "right";
  x?: number;
  y?: number;
  button?: "round" | "none";
  opener?: string;
  languages?: ("en" | "de")[];
  texts?: { en?: Record<string, string>; de?: Record<string, string> };
}

/** What can be changed of a site; what is missing stays as it is. */
export type SiteChange = Partial<Pick<Site, "name" | "origins" | "typingPreviews" | "look">>;

/** Whether a page of this origin may use the site's key. */
export function allowsOrigin(site: Site, origin: string): boolean {
  return site.origins.includes(origin.toLowerCase());
}
