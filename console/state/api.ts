import type { Refusal } from "../../protocol/rest.ts";

/** The server refused, or could not be reached (`status` 0). The message is a sentence for the person. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: string;
  readonly status: number;
  /** Where waiting helps. */
  readonly retryAfterSeconds: number | undefined;
  constructor(status: number, { code, sentence }: Refusal, retryAfterSeconds?: number) {
    super(sentence);
    this.code = code;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

let onSignedOut: () => void = () => {};

/** Called when the server no longer knows the session; set once, by the session. */
export function setOnSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

export function get<Answer>(path: string): Promise<Answer> {
  return request("GET", path);
}

export function post<Answer>(path: string, body: object = {}): Promise<Answer> {
  return request("POST", path, body);
}

export function put<Answer>(path: string, body: object): Promise<Answer> {
  return request("PUT", path, body);
}

export function patch<Answer>(path: string, body: object): Promise<Answer> {
  return request("PATCH", path, body);
}

export function del(path: string): Promise<void> {
  return request("DELETE", path);
}

async function request<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new ApiError(0, { code: "unreachable", sentence: String(cause) });
  });
  const text = await response.text();
  if (response.ok) return (text === "" ? undefined : JSON.parse(text)) as Answer;
  const refusal = readRefusal(text);
  // A wrong password is a 401 too, but nobody is signed out by it.
  if (refusal.code === "signed-out") onSignedOut();
  throw new ApiError(response.status, refusal, Number(response.headers.get("retry-after")) || undefined);
}

function readRefusal(text: string): Refusal {
  try {
    const { code, sentence } = JSON.parse(text) as Partial<Refusal>;
    if (typeof code === "string" && typeof sentence === "string") return { code, sentence };
  } catch {
    // A proxy's page, not our server's answer.
  }
  return { code: "internal", sentence: "" };
}
