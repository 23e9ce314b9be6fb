import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import type { DictionaryEntry } from "../../protocol/rest.ts";
import { Remote } from "../settings/remote.tsx";
import { useMayAdminister } from "../settings/rights.ts";
import { Section } from "../settings/section.tsx";
import settings from "../settings/settings.module.css";
import { del, get } from "../state/api.ts";
import { on } from "../state/connection.ts";
import { usePreferences } from "../state/preferences.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { toast } from "../ui/toast.tsx";
import { languageName } from "./choose.ts";
import { DictionaryDialog } from "./dictionary-dialog.tsx";
import { OWN_DICTIONARIES } from "./languages.ts";

/** Administration → Dictionaries: what the spelling of all operators is checked by. */
export function DictionarySettings() {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ["dictionaries"], queryFn: () => get<DictionaryEntry[]>("/dictionaries") });
  const mayChange = useMayAdminister();
  const language = usePreferences((preferences) => preferences.language);
  const [isAdding, setIsAdding] = useState(false);
  const [removing, setRemoving] = useState<DictionaryEntry>();
  useEffect(() => on("spelling", () => void queries.invalidateQueries({ queryKey: ["dictionaries"] })), [queries]);
  const remove = async (entry: DictionaryEntry) => {
    setRemoving(undefined);
    try {
      await del(`/dictionaries/${entry.id}`);
    } catch (error) {
      toast(refusalSentence(error), "problem");
    }
  };
  return (
    <Section
      title={t("spelling.dictionaries")}
      text={t("spelling.dictionariesText")}
      action={
        mayChange && (
          <Button onClick={() => setIsAdding(true)}>
            <Plus size={14} />
            {t("spelling.addDictionary")}
          </Button>
        )
      }
    >
      <Remote query={query}>
        {(added) => (
          <ul className={settings.cards}>
            {OWN_DICTIONARIES.map(({ language: tag }) => (
              <li key={tag} className={settings.card}>
                <h3>{languageName(tag, language)}</h3>
                <p className={settings.origins}>{t("spelling.builtIn")}</p>
              </li>
            ))}
            {added.map((entry) => {
              const name = languageName(entry.language, language);
              const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(entry.addedAt);
              return (
                <li key={entry.id} className={settings.card}>
                  <div className={settings.cardHead}>
                    <div>
                      <h3>{name}</h3>
                      <p className={settings.origins}>
                        {`${entry.language}  ·  ${t("spelling.addedOn", { date })}  ·  ${t("spelling.size", { count: entry.size })}`}
                      </p>
                    </div>
                    {mayChange && (
                      <IconButton
                        label={t("spelling.removeDictionary", { language: name })}
                        onClick={() => setRemoving(entry)}
                      >
                        <Trash2 />
                      </IconButton>
                    )}
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </Remote>
      {isAdding && <DictionaryDialog onClose={() => setIsAdding(false)} />}
      {removing !== undefined && (
        <Dialog
          open
          onClose={() => setRemoving(undefined)}
          title={t("spelling.removeDictionary", { language: languageName(removing.language, language) })}
          footer={
            <>
              <Button look="quiet" onClick={() => setRemoving(undefined)}>
                {t("shell.cancel")}
              </Button>
              <Button look="danger" onClick={() => void remove(removing)}>
                {t("spelling.removeReally")}
              </Button>
            </>
          }
        >
          <p>{t("spelling.removeText")}</p>
        </Dialog>
      )}
    </Section>
  );
}
