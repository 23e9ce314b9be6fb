import { createSocket, type RemoteInfo } from "node:dgram";
import { once } from "node:events";
import type { TestContext } from "node:test";
import { atEnd } from "./endings.ts";

export interface NameServer {
  /** As the server is told it. */
  at: string;
  /** The questions so far, such as `2.0.0.127.in-addr.arpa`. */
  asked: string[];
}

/** A name server that knows these names by the reversed address, says of others that there are none, and is silent about `silent`. */
export async function startNameServer(
  t: TestContext,
  names: Readonly<Record<string, string>>,
  silent: readonly string[] = [],
): Promise<NameServer> {
  const socket = createSocket("udp4");
  const asked: string[] = [];
  socket.on("message", (question: Buffer, { port, address }: RemoteInfo) => {
    const labels: string[] = [];
    let end = 12;
    for (let length = question[end] ?? 0; length > 0; length = question[end] ?? 0) {
      labels.push(question.toString("latin1", end + 1, end + 1 + length));
      end += length + 1;
    }
    const wanted = labels.join(".");
    asked.push(wanted);
    if (!silent.includes(wanted)) socket.send(reply(question.subarray(0, end + 5), names[wanted]), port, address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  atEnd(t, () => void socket.close());
  return { at: `127.0.0.1:${socket.address().port}`, asked };
}

/** RFC 1035: the question again, and one PTR record or the code that there is no such name. */
function reply(question: Buffer, name: string | undefined): Buffer {
  const head = Buffer.from(question);
  head.writeUInt16BE(name === undefined ? 0x8183 : 0x8180, 2);
  for (const [place, count] of [1, name === undefined ? 0 : 1, 0, 0].entries())
    head.writeUInt16BE(count, 4 + 2 * place);
  if (name === undefined) return head;
  const labels = name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label, "latin1")]));
  const data = Buffer.concat([...labels, Buffer.from([0])]);
  // The name of the question, PTR, IN, 60 seconds, the data's length.
  const record = Buffer.from([0xc0, 12, 0, 12, 0, 1, 0, 0, 0, 60, 0, data.length]);
  return Buffer.concat([head, record, data]);
}
