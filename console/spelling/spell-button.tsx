import { ChevronDown, SpellCheck } from "lucide-react";
import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import { Menu, MenuCheck, MenuChoice, MenuItem, MenuNote, MenuSeparator } from "../ui/menu.tsx";
import { languageName } from "./choose.ts";
import { changeSpelling, useSpellingPreferences } from "./preferences.ts";
import { checkSpelling } from "./requests.ts";
import styles from "./spell-button.module.css";
import { useSpelling } from "./status.ts";

/** The manual's Spell Check button: it opens the Spell Checker, and its drop-down sets how else the spelling is checked. */
export function SpellButton({ conversation }: { conversation: string }) {
  const home = useRef<HTMLSpanElement>(null);
  return (
    <span className={styles.split} ref={home}>
      <IconButton
        label={t("spelling.check")}
        command="chat-spelling"
        className={styles.check}
        onClick={() => void checkSpelling(conversation)}
      >
        <SpellCheck />
      </IconButton>
      <Menu
        side="top"
        home={home}
        trigger={
          <IconButton label={t("spelling.options")} className={styles.more}>
            <ChevronDown />
          </IconButton>
        }
      >
        <Options />
      </Menu>
    </span>
  );
}

function Options() {
  const [, navigate] = useLocation();
  const { onSend, underline } = useSpellingPreferences();
  const { state, languages } = useSpelling();
  const consoleLanguage = usePreferences((preferences) => preferences.language);
  useEffect(() => {
    // What cannot be loaded now is said by what needs it.
    import("./checker.ts").then(({ prepare }) => prepare()).catch(() => undefined);
  }, []);
  const isPoppedOut = location.hash.startsWith("#/chat/");
  return (
    <>
      <MenuCheck label={t("spelling.onSend")} checked={onSend} onChange={(on) => changeSpelling({ onSend: on })} />
      <MenuCheck
        label={t("spelling.underline")}
        checked={underline}
        onChange={(on) => changeSpelling({ underline: on })}
      />
      <MenuSeparator />
      {(state.kind === "none" || state.kind === "failed") && <MenuNote>{t(`spelling.${state.kind}`)}</MenuNote>}
      {languages !== undefined && (
        <MenuChoice
          label={t("spelling.language")}
          value={"language" in state ? state.language : ""}
          options={languages.map((tag) => ({ value: tag, label: languageName(tag, consoleLanguage) }))}
          onChange={(language) => changeSpelling({ language })}
        />
      )}
      {/* A popped-out chat must stay where it is. */}
      {!isPoppedOut && (
        <>
          <MenuSeparator />
          <MenuItem label={t("spelling.ownWords")} onSelect={() => navigate("/settings/spelling")} />
        </>
      )}
    </>
  );
}
