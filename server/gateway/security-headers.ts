import fastifyHelmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

type Directives = Readonly<Record<string, readonly string[]>>;

const NOTHING: Directives = {
  "default-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
};

/** What a page of each area may load and do. Nothing is taken from anywhere that is not named here. */
const POLICIES = {
  /** Answers for programs: whoever opens one in a tab gets no page out of it. */
  api: NOTHING,
  console: {
    ...NOTHING,
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    // Operators see what they push and what the shop shows.
    "img-src": ["'self'", "http:", "https:", "data:"],
    "connect-src": ["'self'", "ws:", "wss:"],
    "font-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "require-trusted-types-for": ["'script'"],
  },
  /** The console's workers: the only scripts that may compile WebAssembly. They see no page and load nothing but the server's own. */
  workers: {
    ...NOTHING,
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "connect-src": ["'self'"],
    "require-trusted-types-for": ["'script'"],
  },
  /** As strict as a shop can be with the widget on its pages; docs tell shops to copy it. */
  demo: {
    ...NOTHING,
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "https:", "data:"],
    "connect-src": ["'self'"], // in today's browsers this includes the WebSocket of the same host (CSP 3 § 6.7.2.8)
    "form-action": ["'self'"],
    "require-trusted-types-for": ["'script'"],
  },
  /** Files for other sites' pages. */
  widget: NOTHING,
} as const satisfies Record<string, Directives>;

export type Area = keyof typeof POLICIES;

/** Puts an area's security headers on every answer of this scope. */
export async function protect(scope: FastifyInstance, area: Area, secure: boolean): Promise<void> {
  await scope.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: copy(POLICIES[area]) },
    crossOriginResourcePolicy: { policy: area === "widget" ? "cross-origin" : "same-origin" },
    // The demo plays a shop, and a shop's pages say where their visitors came from.
    referrerPolicy: { policy: area === "demo" ? "strict-origin-when-cross-origin" : "no-referrer" },
    frameguard: { action: "deny" },
    // Only this host: what else runs under its domain is not ours to decide.
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
}

function copy(directives: Directives): Record<string, string[]> {
  return Object.fromEntries(Object.entries(directives).map(([name, sources]) => [name, [...sources]]));
}
