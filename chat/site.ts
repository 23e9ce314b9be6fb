export interface Site {
  id: string;
  /** In the script tag; public. */
  key: string;
  name: string;
  /** Where the widget may run, as `scheme://host[:port]`, lower case. */
  origins: string[];
  createdAt: number;
}

/** Whether a page of this origin may use the site's key. */
export function allowsOrigin(site: Site, origin: string): boolean {
  return site.origins.includes(origin.toLowerCase());
}
