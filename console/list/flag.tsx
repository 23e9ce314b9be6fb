import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import styles from "./flag.module.css";
import { flagOf } from "./show.ts";

/** A visitor's country: its flag, or its letters where the system has no picture for it. A guess is paler and says so. */
export function Flag({ country, guessed }: { country: string; guessed: boolean }) {
  const language = usePreferences((preferences) => preferences.language);
  const name = countryName(language, country);
  const title = guessed ? t("list.countryGuessed", { country: name }) : name;
  const picture = drawsFlags() && /^[A-Z]{2}$/i.test(country);
  return (
    <span
      className={cx(picture ? styles.flag : styles.letters, guessed && styles.guessed)}
      role="img"
      aria-label={title}
      title={title}
    >
      {picture ? flagOf(country) : country}
    </span>
  );
}

/** What a language calls a country. */
export function countryName(language: string, country: string): string {
  try {
    return new Intl.DisplayNames(language, { type: "region" }).of(country) ?? country;
  } catch {
    return country; // Not a region code.
  }
}

let draws: boolean | undefined;

/** Whether the system's fonts draw flags: Windows has none, and other systems may lack the font. A drawn flag has colours. */
function drawsFlags(): boolean {
  if (draws !== undefined) return draws;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 16;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return (draws = false);
  context.font = "14px sans-serif";
  context.fillText(flagOf("DE"), 0, 14);
  const { data } = context.getImageData(0, 0, 16, 16);
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return (draws = true);
  }
  return (draws = false);
}
