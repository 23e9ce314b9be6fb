/** One thing an operator prefers, by its name; what it means is the console's affair. */
export interface Preference {
  operator: string;
  name: string;
  /** JSON. */
  value: string;
}
