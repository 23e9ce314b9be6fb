import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import { t } from "../strings/t.ts";
import styles from "./composer.module.css";
import type { ComposerDraft } from "./drafts.ts";

type Input = ComposerDraft["input"];

/** The manual's Input type: what stands in the box is a message, or the address of something to show. */
export function InputType({
  value,
  onChange,
  onPressed,
}: {
  value: Input;
  onChange: (input: Input) => void;
  /** The mouse has done its part; with the keyboard one may want to go on choosing. */
  onPressed: () => void;
}) {
  return (
    <ToggleGroup
      className={styles.segments}
      aria-label={t("chat.inputType")}
      onClick={(event) => event.detail > 0 && onPressed()}
      value={[value]}
      onValueChange={([input]) => input !== undefined && onChange(input)}
    >
      <Toggle className={styles.segment} value={"text" satisfies Input}>
        {t("chat.text")}
      </Toggle>
      <Toggle className={styles.segment} value={"url" satisfies Input}>
        {t("chat.url")}
      </Toggle>
    </ToggleGroup>
  );
}
