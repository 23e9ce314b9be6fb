import Fastify from "fastify";

// The reference for starting: a server that does nothing but answer.
const app = Fastify();
app.get("/health", () => ({ status: "ok" }));
await app.listen({ host: "127.0.0.1", port: Number(process.env["PORT"]) });
