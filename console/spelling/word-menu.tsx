import type { RefObject } from "react";
import { t } from "../strings/t.ts";
import { MenuAt, MenuItem, MenuNote, MenuSeparator } from "../ui/menu.tsx";
import { refusalSentence } from "../strings/refusal.ts";
import { toast } from "../ui/toast.tsx";
import { addWord, ignoreWord } from "./checker.ts";
import { useSuggestions } from "./use-suggestions.ts";

/** What may have been meant by an underlined word, at that word. */
export function WordMenu({
  word,
  rect,
  byKey,
  box,
  home,
  onChange,
  onCheck,
  onClose,
}: {
  word: string;
  rect: DOMRect;
  byKey: boolean;
  box: RefObject<HTMLTextAreaElement | null>;
  home: RefObject<HTMLElement | null>;
  onChange: (replacement: string) => void;
  /** Opens the Spell Checker. */
  onCheck: () => void;
  onClose: () => void;
}) {
  const suggestions = useSuggestions(word);
  const add = () => {
    addWord(word).catch((error: unknown) =>
      toast(t("spelling.addFailed", { word, why: refusalSentence(error) }), "problem"),
    );
  };
  // Opened when there is something in it, so that its first entry can be chosen at once.
  if (suggestions === undefined) return null;
  return (
    <MenuAt
      rect={rect}
      byKey={byKey}
      label={t("spelling.suggestionsFor", { word })}
      onClose={onClose}
      focusAfter={box}
      home={home}
    >
      {suggestions.length === 0 && <MenuNote>{t("spelling.noSuggestions")}</MenuNote>}
      {suggestions.map((one) => (
        <MenuItem key={one} label={<bdi>{one}</bdi>} onSelect={() => onChange(one)} />
      ))}
      <MenuSeparator />
      <MenuItem label={t("spelling.ignoreAll")} onSelect={() => ignoreWord(word)} />
      <MenuItem label={t("spelling.add")} onSelect={add} />
      <MenuItem label={t("spelling.check")} command="chat-spelling" onSelect={onCheck} />
    </MenuAt>
  );
}
