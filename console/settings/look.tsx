import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import {
  BUTTON_WORDS,
  LOOK_TEXT_LENGTH,
  LOOK_TEXTS,
  type LookTexts,
  MOST_OFFSET,
  type WidgetLanguage,
} from "../../protocol/look.ts";
import type { Site, SiteChangeRequest } from "../../protocol/rest.ts";
import { Problem } from "../sign-in/problem.tsx";
import { useSubmit } from "../sign-in/use-submit.ts";
import { patch } from "../state/api.ts";
import { LANGUAGES } from "../strings/catalogue.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { toast } from "../ui/toast.tsx";
import { colourOf, type Draft, draftOf, isSelector, lookOf, offsetOf } from "./look-draft.ts";
import { LookStage } from "./look-stage.tsx";
import { WIDGET_WORDS } from "./look-preview.ts";
import styles from "./look.module.css";
import { Section } from "./section.tsx";
import settings from "./settings.module.css";

/** The widget's colour before a site has one of its own. */
const FIRST_COLOUR = "#0f6b5c";
const CHOICES = ["all", "en,de", "de,en", "en", "de"] as const;

/** How a site's widget looks: everything that can be chosen, and beside it the widget as it would be. */
export function LookEditor({ site, onClose }: { site: Site; onClose: (changed: boolean) => void }) {
  const [draft, setDraft] = useState(() => draftOf(site.look ?? {}));
  const [language, setLanguage] = useState<WidgetLanguage>("en");
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const look = lookOf(draft);
  const form = useSubmit(async () => {
    if (look === undefined) return;
    const request: SiteChangeRequest = { look };
    await patch(`/sites/${site.id}`, request);
    toast(t("look.saved"));
    onClose(true);
  });
  return (
    <Section
      title={t("look.lookOf", { name: site.name })}
      text={t("look.text")}
      action={
        <Button look="quiet" onClick={() => onClose(false)}>
          <ArrowLeft size={14} />
          {t("look.back")}
        </Button>
      }
    >
      <div className={styles.editor}>
        <form className={styles.form} onSubmit={form.onSubmit} noValidate>
          <Appearance draft={draft} change={change} />
          <SelectField
            label={t("look.languages")}
            value={draft.languages}
            onChange={({ target }) => change({ languages: target.value })}
          >
            {CHOICES.map((choice) => (
              <option key={choice} value={choice}>
                {t(`look.languages-${choice}`)}
              </option>
            ))}
          </SelectField>
          <Texts site={site} draft={draft} change={change} language={language} onLanguage={setLanguage} />
          <Problem sentence={form.problem} />
          <div className={styles.actions}>
            <Button submit look="primary" disabled={form.busy || look === undefined}>
              {t("look.save")}
            </Button>
            <Button look="quiet" onClick={() => setDraft(draftOf({}))}>
              {t("look.reset")}
            </Button>
          </div>
        </form>
        <LookStage site={site.name} look={look} language={language} />
      </div>
    </Section>
  );
}

interface PartProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

function Appearance({ draft, change }: PartProps) {
  const offsetError = (typed: string) =>
    offsetOf(typed) === false ? t("look.offsetWrong", { most: MOST_OFFSET }) : undefined;
  const isWrong = colourOf(draft.colour) === false;
  return (
    <>
      <div className={styles.colour}>
        <input
          type="color"
          aria-label={t("look.pick")}
          value={colourOf(draft.colour) || FIRST_COLOUR}
          onChange={({ target }) => change({ colour: target.value })}
        />
        <TextField
          label={t("look.colour")}
          value={draft.colour}
          placeholder={FIRST_COLOUR}
          maxLength={7}
          spellCheck={false}
          autoComplete="off"
          aria-describedby="look-colour"
          onChange={({ target }) => change({ colour: target.value })}
          error={isWrong ? t("look.colourWrong") : undefined}
        />
        <Button onClick={() => change({ colour: "" })} disabled={draft.colour === ""}>
          {t("look.ownColour")}
        </Button>
      </div>
      <p id="look-colour" className={styles.hint}>
        {t("look.colourHint")}
      </p>
      <SelectField
        label={t("look.corner")}
        value={draft.side}
        onChange={({ target }) => change({ side: target.value === "left" ? "left" : "right" })}
      >
        <option value="right">{t("look.right")}</option>
        <option value="left">{t("look.left")}</option>
      </SelectField>
      <div className={styles.pair}>
        {(["x", "y"] as const).map((axis) => (
          <TextField
            key={axis}
            label={t(axis === "x" ? "look.fromSide" : "look.fromEdge")}
            value={draft[axis]}
            placeholder="24"
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
            onChange={({ target }) => change({ [axis]: target.value })}
            error={offsetError(draft[axis])}
          />
        ))}
      </div>
      <label className={settings.check}>
        <input
          type="checkbox"
          checked={draft.hasButton}
          onChange={({ target }) => change({ hasButton: target.checked })}
        />
        <span>
          {t("look.button")}
          <span className={settings.quiet}>{t("look.buttonHint")}</span>
        </span>
      </label>
      <TextField
        label={t("look.opener")}
        hint={t("look.openerHint")}
        value={draft.opener}
        placeholder="#help"
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => change({ opener: target.value })}
        error={isSelector(draft.opener) ? undefined : t("look.openerWrong")}
      />
    </>
  );
}

function Texts({
  site,
  draft,
  change,
  language,
  onLanguage,
}: PartProps & { site: Site; language: WidgetLanguage; onLanguage: (language: WidgetLanguage) => void }) {
  const texts = draft.texts[language];
  const own: LookTexts = { ...BUTTON_WORDS[language], ...WIDGET_WORDS[language], title: site.name };
  return (
    <fieldset className={styles.texts}>
      <legend>{t("look.texts")}</legend>
      <p className={styles.hint}>{t("look.textsHint")}</p>
      <SelectField
        label={t("look.textsIn")}
        value={language}
        onChange={({ target }) => onLanguage(target.value === "de" ? "de" : "en")}
      >
        <option value="en">{LANGUAGES.en}</option>
        <option value="de">{LANGUAGES.de}</option>
      </SelectField>
      {LOOK_TEXTS.map((name) => (
        <TextField
          key={name}
          label={t(`look.text-${name}`)}
          value={texts[name] ?? ""}
          placeholder={own[name]}
          maxLength={LOOK_TEXT_LENGTH}
          autoComplete="off"
          lang={language}
          onChange={({ target }) =>
            change({ texts: { ...draft.texts, [language]: { ...texts, [name]: target.value } } })
          }
        />
      ))}
    </fieldset>
  );
}
