/** A client note: about a visitor, for every operator of the site, never for the visitor. */
export interface Note {
  id: string;
  site: string;
  visitor: number;
  author: { id: string; name: string };
  at: number;
  text: string;
}
