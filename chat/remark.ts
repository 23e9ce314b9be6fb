/** A word of one operator about a visitor, for that operator alone: the visitor never sees it, and no colleague does. */
export interface Remark {
  /** Operator's id. */
  operator: string;
  site: string;
  visitor: number;
  /** Empty: there is none any more. */
  text: string;
  at: number;
}
