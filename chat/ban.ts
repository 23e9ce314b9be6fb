/** Somebody who is kept out of a site: a visitor, an address, or both. */
export interface Ban {
  id: string;
  site: string;
  /** The visitor who is kept out, by number. */
  visitor?: number;
  /** Whoever comes from there is kept out. */
  address?: string;
  /** For the colleagues; may be empty. */
  reason: string;
  by: { id: string; name: string };
  createdAt: number;
  /** Without it: for good. */
  expiresAt?: number;
}

export type BanWish = Pick<Ban, "site" | "visitor" | "address" | "reason"> & { forMs?: number };

/** Whether it still keeps anybody out. */
export function isInForce({ expiresAt }: Pick<Ban, "expiresAt">, now: number): boolean {
  return expiresAt === undefined || expiresAt > now;
}
