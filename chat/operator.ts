export type Role = "owner" | "administrator" | "supervisor" | "operator";

export interface Operator {
  id: string;
  /** Operator ID: the name to sign in with, unique whatever the case. */
  login: string;
  /** Screen name. */
  name: string;
  role: Role;
  /** The sites they work for, by id. */
  sites: string[] | "all";
  /** The departments they belong to, by id. */
  departments: string[];
  /** PHC string (argon2id). */
  passwordHash: string;
  createdAt: number;
  /** Since when they cannot sign in. */
  suspendedAt?: number;
}

/** An account that a ticket is about to make: what the operator chooses. The rest is in the ticket. */
export type NewOperator = Pick<Operator, "id" | "login" | "name" | "passwordHash" | "createdAt">;

/** What an administrator decides of an operator. */
export type OperatorChange = Pick<Operator, "name" | "role" | "sites" | "departments">;

/** What becomes of a change to an operator; an account always keeps an owner who can sign in. */
export type OperatorResult = { ok: true; operator: Operator } | { ok: false; reason: "not-found" | "last-owner" };

/** A signed-in browser. Only the hash of its token is kept. */
export interface Session {
  tokenHash: string;
  operator: string;
  createdAt: number;
  expiresAt: number;
}

/** A one-time link: to make the owner's account at first, a colleague's later, or to set a new password. Only the hash of its secret is kept. */
export interface Ticket {
  hash: string;
  role: Role;
  sites: string[] | "all";
  departments: string[];
  /** Whose password it sets; such a link makes no account. */
  operator?: string;
  expiresAt: number;
}
