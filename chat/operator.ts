export type Role = "owner" | "administrator" | "supervisor" | "operator";

export interface Operator {
  id: string;
  /** Operator ID: the name to sign in with, unique whatever the case. */
  login: string;
  /** Screen name. */
  name: string;
  role: Role;
  /** PHC string (argon2id). */
  passwordHash: string;
  createdAt: number;
}

/** A signed-in browser. Only the hash of its token is kept. */
export interface Session {
  tokenHash: string;
  operator: string;
  createdAt: number;
  expiresAt: number;
}

/** A one-time link: to make the owner's account at first, a colleague's later. Only the hash of its secret is kept. */
export interface Ticket {
  hash: string;
  role: Role;
  expiresAt: number;
}
