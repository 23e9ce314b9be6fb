import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { FolderInUseError, lockFolder } from "./lock.ts";

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-lock-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("a folder that is taken is refused to the next, in the same process too, until it is given back", async (t) => {
  const folder = await newFolder(t);
  const unlock = lockFolder(folder);
  assert.throws(
    () => lockFolder(folder),
    (error) => error instanceof FolderInUseError && error.message.includes(folder),
  );
  unlock();
  lockFolder(folder)();
});

test("a process that is killed leaves nothing locked behind", async (t) => {
  const folder = await newFolder(t);
  const lock = new URL("./lock.ts", import.meta.url).href;
  const code = `const { lockFolder } = await import(${JSON.stringify(lock)});
    lockFolder(${JSON.stringify(folder)});
    console.log("locked");
    setInterval(() => undefined, 1000);`;
  const other = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.after(() => other.kill("SIGKILL"));
  await once(other.stdout, "data");
  assert.throws(() => lockFolder(folder), FolderInUseError);
  other.kill("SIGKILL");
  await once(other, "exit");
  lockFolder(folder)();
});
