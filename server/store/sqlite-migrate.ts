import type { DatabaseSync } from "node:sqlite";
import type { SqliteTexts } from "./sqlite-words.ts";
import { StoreError } from "./store-error.ts";

/** Brings the tables to the newest version, all or nothing; refuses a file that is newer than this program, or not its own. */
export function migrate(database: DatabaseSync, migrations: SqliteTexts["migrations"]): void {
  database.exec("begin immediate");
  try {
    const version = versionOf(database);
    if (version > migrations.length) {
      throw new StoreError(
        `was written by a newer Shopbell (its tables have version ${version}, this one knows version ${migrations.length}). ` +
          "Start the newer Shopbell, or put back the backup made before the update.",
      );
    }
    const record = database.prepare("insert into migration (version, name, at) values (?, ?, ?)");
    for (const [index, { name, statements }] of migrations.entries()) {
      if (index < version) continue;
      for (const statement of statements) database.exec(statement);
      record.run(index + 1, name, Date.now());
    }
    database.exec("commit");
  } catch (error) {
    if (database.isTransaction) database.exec("rollback");
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
  if (tables.length > 0 && !tables.some(({ name }) => name === "migration")) {
    throw new StoreError("is the database of another program. Name another folder.");
  }
  database.exec(
    "create table if not exists migration (version integer primary key, name text not null, at bigint not null)",
  );
  return Number(database.prepare("select coalesce(max(version), 0) as version from migration").get()?.["version"]);
}
