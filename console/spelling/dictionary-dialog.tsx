import { useState } from "react";
import type { DictionaryRequest } from "../../protocol/rest.ts";
import { useSubmit } from "../sign-in/use-submit.ts";
import { put } from "../state/api.ts";
import { t } from "../strings/t.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { firstWord, languageIn, type Pair, readPair } from "./pair.ts";
import { Speller } from "./speller.ts";
import styles from "./spelling-settings.module.css";

const TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/;

/** Adds a Hunspell pair, once the engine that will read it in every operator's browser has read it here. */
export function DictionaryDialog({ onClose }: { onClose: () => void }) {
  const [aff, setAff] = useState<File>();
  const [dic, setDic] = useState<File>();
  const [language, setLanguage] = useState("");
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isTagWrong = !TAG.test(language.trim());
  const form = useSubmit(async () => {
    setTried(true);
    setProblem(undefined);
    if (aff === undefined || dic === undefined) return setProblem(t("spelling.chooseBoth"));
    if (isTagWrong) return undefined;
    const pair = readPair(new Uint8Array(await aff.arrayBuffer()), new Uint8Array(await dic.arrayBuffer()));
    if (pair === undefined || !(await isReadable(pair))) return setProblem(t("spelling.notHunspell"));
    await put(`/dictionaries/${language.trim()}`, pair satisfies DictionaryRequest);
    return onClose();
  });
  const choose = (set: (file: File | undefined) => void) => (files: FileList | null) => {
    const file = files?.[0];
    set(file);
    if (file !== undefined && language === "") setLanguage(languageIn(file.name));
  };
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t("spelling.addDictionary")}
      submit={t("settings.add")}
      problem={problem ?? form.problem}
      beside={
        <span className={styles.trying} role="status">
          {form.busy && t("spelling.trying")}
        </span>
      }
    >
      <div className={styles.files}>
        <FileField label={t("spelling.aff")} accept=".aff" onChoose={choose(setAff)} />
        <FileField label={t("spelling.dic")} accept=".dic" onChoose={choose(setDic)} />
      </div>
      <TextField
        label={t("spelling.tag")}
        hint={t("spelling.tagHint")}
        value={language}
        onChange={({ target }) => setLanguage(target.value)}
        maxLength={35}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={tried && isTagWrong ? t("spelling.tagWrong") : undefined}
      />
    </FormDialog>
  );
}

function FileField({
  label,
  accept,
  onChoose,
}: {
  label: string;
  accept: string;
  onChoose: (files: FileList | null) => void;
}) {
  return (
    <label className={styles.file}>
      {label}
      <input type="file" accept={accept} onChange={({ target }) => onChoose(target.files)} />
    </label>
  );
}

/** Whether the engine opens a pair, and then knows one of its words. */
async function isReadable({ aff, dic }: Pair): Promise<boolean> {
  const word = firstWord(dic);
  if (word === undefined) return false;
  const speller = new Speller({ text: aff }, { text: dic });
  try {
    await speller.opened;
    await speller.look([word]);
    return speller.verdict(word) === true;
  } catch {
    return false;
  } finally {
    speller.close();
  }
}
