import { Plus, X } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { Section } from "../settings/section.tsx";
import settings from "../settings/settings.module.css";
import { refusalSentence } from "../strings/refusal.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { toast } from "../ui/toast.tsx";
import { findLanguages } from "./checker.ts";
import { languageName } from "./choose.ts";
import { learn, loadOwnWords, unlearn, useOwnWords } from "./own-words.ts";
import { changeSpelling, useSpellingPreferences } from "./preferences.ts";
import styles from "./spelling-settings.module.css";
import { useSpelling } from "./status.ts";

/** Preferences → Spelling: how it is checked, and the operator's own dictionary. */
export function SpellingSettings() {
  const { language, underline, onSend } = useSpellingPreferences();
  const languages = useSpelling((spelling) => spelling.languages) ?? [];
  const consoleLanguage = usePreferences((preferences) => preferences.language);
  useEffect(() => void findLanguages(), []);
  return (
    <>
      <Section title={t("spelling.settings")} text={t("spelling.settingsText")}>
        <div className={settings.narrow}>
          <label className={settings.check}>
            <input
              type="checkbox"
              checked={underline}
              onChange={({ target }) => changeSpelling({ underline: target.checked })}
            />
            <span>
              {t("spelling.underline")}
              <span className={settings.quiet}>{t("spelling.underlineText")}</span>
            </span>
          </label>
          <label className={settings.check}>
            <input
              type="checkbox"
              checked={onSend}
              onChange={({ target }) => changeSpelling({ onSend: target.checked })}
            />
            <span>
              {t("spelling.onSend")}
              <span className={settings.quiet}>{t("spelling.onSendText")}</span>
            </span>
          </label>
          <SelectField
            label={t("spelling.language")}
            value={language ?? ""}
            onChange={({ target }) => changeSpelling({ language: target.value === "" ? undefined : target.value })}
          >
            <option value="">{t("spelling.automatic")}</option>
            {languages.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag, consoleLanguage)}
              </option>
            ))}
          </SelectField>
        </div>
      </Section>
      <OwnDictionary />
    </>
  );
}

function OwnDictionary() {
  const words = useOwnWords((own) => own.words);
  const consoleLanguage = usePreferences((preferences) => preferences.language);
  const [word, setWord] = useState("");
  const [problem, setProblem] = useState<string>();
  useEffect(() => void loadOwnWords(), []);
  const sorted = [...(words ?? [])].toSorted(new Intl.Collator(consoleLanguage).compare);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (word.trim() === "") return;
    setProblem(undefined);
    learn(word.trim()).then(
      () => setWord(""),
      (error: unknown) => setProblem(refusalSentence(error)),
    );
  };
  const remove = (one: string) => {
    unlearn(one).catch((error: unknown) => toast(refusalSentence(error), "problem"));
  };
  return (
    <Section title={t("spelling.yourWords")} text={t("spelling.yourWordsText")}>
      <form className={styles.add} onSubmit={add}>
        <TextField
          label={t("spelling.newWord")}
          value={word}
          onChange={({ target }) => setWord(target.value)}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          error={problem}
        />
        <Button submit>
          <Plus size={14} />
          {t("spelling.addWord")}
        </Button>
      </form>
      {words !== undefined && words.size === 0 && <p className={settings.quiet}>{t("spelling.noWords")}</p>}
      <ul className={styles.words} aria-label={t("spelling.yourWords")}>
        {sorted.map((one) => (
          <li key={one}>
            <bdi>{one}</bdi>
            <IconButton label={t("spelling.removeWord", { word: one })} onClick={() => remove(one)}>
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
