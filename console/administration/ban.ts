import { create } from "zustand";

/** Somebody who is on a site just now. */
export interface BanTarget {
  site: string;
  visitor: number;
  /** What operators call them. */
  name: string;
}

/** Whom the ban window is open for. */
export const useBan = create<{ target: BanTarget | undefined }>(() => ({ target: undefined }));

/** Opens the ban window. */
export function askForBan(target: BanTarget): void {
  useBan.setState({ target });
}
