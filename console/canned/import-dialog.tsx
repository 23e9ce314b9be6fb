import { useEffect, useState } from "react";
import type { CannedItem } from "../../protocol/rest.ts";
import { Problem } from "../sign-in/problem.tsx";
import { useSubmit } from "../sign-in/use-submit.ts";
import { post } from "../state/api.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { toast } from "../ui/toast.tsx";
import { type Audience, AudienceField, OWN } from "./audience-field.tsx";
import { type CannedRecord, inParts, newAmong, readRecords } from "./files.ts";

/** Ten thousand items at most, and none of them long. */
const MOST_BYTES = 8 * 1_024 * 1_024;

/** Shows what a file holds, and adds what is new in it. */
export function ImportDialog({
  file,
  kind,
  known,
  onClose,
}: {
  file: File;
  kind: CannedItem["kind"];
  known: readonly CannedItem[];
  onClose: () => void;
}) {
  const [audience, setAudience] = useState<Audience>(OWN);
  const read = useRecords(file, kind);
  const fresh = read.kind === "read" ? newAmong(read.records, known) : [];
  const form = useSubmit(async () => {
    let added = 0;
    try {
      for (const part of inParts(fresh.map((record) => ({ ...record, ...audience })))) {
        await post("/canned", { items: part });
        added += part.length;
      }
    } catch (problem) {
      if (added === 0) throw problem;
      throw new Error(t("canned.importPart", { count: added, sentence: refusalSentence(problem) }), { cause: problem });
    }
    toast(t("canned.imported", { count: added }));
    onClose();
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t("canned.importTitle", { file: file.name })}
      submit={t("canned.import")}
      cannotSend={fresh.length === 0}
    >
      {read.kind === "wrong" && <Problem sentence={read.sentence} />}
      {read.kind === "read" && <Facts records={read.records} fresh={fresh} kind={kind} />}
      {fresh.length > 0 && <AudienceField value={audience} onChange={setAudience} />}
    </FormDialog>
  );
}

function Facts({
  records,
  fresh,
  kind,
}: {
  records: readonly CannedRecord[];
  fresh: readonly CannedRecord[];
  kind: CannedItem["kind"];
}) {
  const others = fresh.filter((record) => record.kind !== kind).length;
  const known = records.length - fresh.length;
  return (
    <p>
      {t("canned.importNew", { count: fresh.length })} {known > 0 && t("canned.importKnown", { count: known })}{" "}
      {others > 0 && t("canned.importOther", { count: others })}
    </p>
  );
}

type Read = { kind: "reading" } | { kind: "read"; records: CannedRecord[] } | { kind: "wrong"; sentence: string };

function useRecords(file: File, kind: CannedItem["kind"]): Read {
  const [read, setRead] = useState<Read>({ kind: "reading" });
  useEffect(() => {
    let wanted = true;
    const say = (next: Read) => wanted && setRead(next);
    if (file.size > MOST_BYTES) say({ kind: "wrong", sentence: t("canned.importTooLarge") });
    else
      file.text().then(
        (content) => {
          const records = readRecords(content, kind);
          say(records === undefined ? { kind: "wrong", sentence: t("canned.importWrong") } : { kind: "read", records });
        },
        () => say({ kind: "wrong", sentence: t("canned.importWrong") }),
      );
    return () => {
      wanted = false;
    };
  }, [file, kind]);
  return read;
}
