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
}

/** What of a site is to be otherwise; what is missing stays as it is. */
export type SiteChange = Partial<Pick<Site, "name" | "origins" | "typingPreviews">>;

/** Whether a page of this origin may use the site's key. */
export function allowsOrigin(site: Site, origin: string): boolean {
  return site.origins.includes(origin.toLowerCase());
}
