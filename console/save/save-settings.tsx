import { useEffect, useState } from "react";
import { Section } from "../settings/section.tsx";
import settings from "../settings/settings.module.css";
import { SAVE_FORMATS, SAVE_PLACES, setPreferences, usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/field.tsx";
import { canWriteDirectories, chooseDirectory, chosenDirectory } from "./directory.ts";

/** Preferences → Saving chats: as what, and where to. */
export function SaveSettings() {
  const { saveFormat, saveTo } = usePreferences();
  return (
    <Section title={t("save.settings")} text={t("save.settingsText")}>
      <div className={settings.narrow}>
        <SelectField
          label={t("save.format")}
          value={saveFormat}
          onChange={({ target }) =>
            setPreferences({ saveFormat: SAVE_FORMATS.find((word) => word === target.value) ?? "text" })
          }
        >
          {SAVE_FORMATS.map((format) => (
            <option key={format} value={format}>
              {t(`save.${format}`)}
            </option>
          ))}
        </SelectField>
        {canWriteDirectories() ? (
          <>
            <SelectField
              label={t("save.place")}
              value={saveTo}
              onChange={({ target }) =>
                setPreferences({ saveTo: SAVE_PLACES.find((word) => word === target.value) ?? "directory" })
              }
            >
              {SAVE_PLACES.map((place) => (
                <option key={place} value={place}>
                  {t(`save.${place}`)}
                </option>
              ))}
            </SelectField>
            {saveTo === "directory" && <ChosenDirectory />}
          </>
        ) : (
          <p className={settings.quiet}>{t("save.noDirectories")}</p>
        )}
      </div>
    </Section>
  );
}

function ChosenDirectory() {
  const [name, setName] = useState<string>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let wanted = true;
    chosenDirectory().then(
      (directory) => wanted && setName(directory?.name),
      (error: unknown) => wanted && setProblem(String(error)),
    );
    return () => {
      wanted = false;
    };
  }, []);
  const choose = () =>
    chooseDirectory().then(
      (directory) => directory !== undefined && setName(directory.name),
      (error: unknown) => setProblem(String(error)),
    );
  return (
    <div>
      <Button onClick={() => void choose()}>{t("save.choose")}</Button>
      <p className={settings.quiet} role="status">
        {problem ?? (name === undefined ? t("save.noneChosen") : t("save.chosen", { name }))}
      </p>
    </div>
  );
}
