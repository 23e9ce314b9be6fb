import { useId, useRef, useState } from "react";
import type { CannedItem, CannedWish, CannedWords } from "../../protocol/rest.ts";
import { useSubmit } from "../sign-in/use-submit.ts";
import { del, patch, post } from "../state/api.ts";
import { useMe, useSite } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { FormDialog } from "../settings/form-dialog.tsx";
import { TextAreaField, TextField } from "../ui/field.tsx";
import { type Audience, AudienceField, OWN } from "./audience-field.tsx";
import styles from "./canned-settings.module.css";
import { putIn } from "./put-in.ts";
import { fillVariables, type Variable, VARIABLES, type VariableValues } from "./variables.ts";

const NAME_LENGTH = 120;

/** Adds a canned message or URL, changes or deletes one. */
export function CannedDialog({
  kind,
  item,
  folders,
  onClose,
}: {
  kind: CannedItem["kind"];
  item: CannedItem | undefined;
  folders: readonly string[];
  onClose: () => void;
}) {
  const foldersId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const limits = useMe((state) => state.limits);
  const [title, setTitle] = useState(item?.title ?? "");
  const [folder, setFolder] = useState(item?.folder ?? "");
  const [text, setText] = useState(item?.text ?? "");
  const [audience, setAudience] = useState<Audience>(OWN);
  const [tried, setTried] = useState(false);
  const isUrl = kind === "url";
  const limit = isUrl ? limits?.urlLength : limits?.textLength;
  const over = limit === undefined ? 0 : text.trim().length - limit;
  const form = useSubmit(async () => {
    setTried(true);
    if (title.trim() === "" || text.trim() === "" || over > 0) return;
    const words: CannedWords = { folder: folder.trim(), title: title.trim(), text: text.trim() };
    const wish: CannedWish = { kind, ...audience, ...words };
    await (item === undefined ? post("/canned", { items: [wish] }) : patch(`/canned/${item.id}`, words));
    onClose();
  });
  const missing = (value: string) => (tried && value.trim() === "" ? t("signIn.missing") : undefined);
  const tooLong = over > 0 && limit !== undefined ? t("canned.tooLong", { over, limit }) : undefined;
  const putVariable = (variable: Variable) => {
    if (box.current === null) return;
    const fallback = variable === "visitor.name" && !isUrl ? `|${t("canned.nameUnknown")}` : "";
    putIn(box.current, `{${variable}${fallback}}`, box.current.selectionStart, box.current.selectionEnd);
  };
  return (
    <FormDialog
      form={form}
      wide
      onClose={onClose}
      title={
        item === undefined ? t(isUrl ? "canned.addUrl" : "canned.addMessage") : t("canned.edit", { title: item.title })
      }
      submit={t(item === undefined ? "settings.add" : "settings.save")}
      beside={item !== undefined && <RemoveButton item={item} onRemoved={onClose} />}
    >
      <TextField
        label={t("canned.title")}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        maxLength={NAME_LENGTH}
        autoComplete="off"
        error={missing(title)}
      />
      <TextField
        label={t("canned.folder")}
        hint={t("canned.folderHint")}
        value={folder}
        onChange={(event) => setFolder(event.target.value)}
        maxLength={NAME_LENGTH}
        autoComplete="off"
        list={foldersId}
      />
      <datalist id={foldersId}>
        {folders.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextAreaField
        ref={box}
        label={t(isUrl ? "canned.url" : "canned.message")}
        {...(isUrl && { hint: t("canned.urlHint"), spellCheck: false, autoCapitalize: "none" })}
        rows={isUrl ? 2 : 5}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={tooLong ?? missing(text)}
      />
      <div className={styles.variables}>
        {t("canned.variables")}
        {VARIABLES.map((variable) => (
          <Button key={variable} size="small" onClick={() => putVariable(variable)}>
            {`{${variable}}`}
          </Button>
        ))}
      </div>
      <Preview text={text} isUrl={isUrl} />
      {item === undefined && <AudienceField value={audience} onChange={setAudience} />}
    </FormDialog>
  );
}

/** How it will read, with a visitor and a page of which everything is known. */
function Preview({ text, isUrl }: { text: string; isUrl: boolean }) {
  const operator = useMe(({ me }) => me?.name);
  const site = useSite()?.name;
  const values: VariableValues = {
    "visitor.name": t("canned.sampleVisitor"),
    "operator.name": operator,
    "site.name": site,
    "page.title": t("canned.samplePage"),
    "page.url": "https://www.example.com/tents",
  };
  return (
    <div>
      <p className={styles.previewLabel}>{t("canned.preview")}</p>
      <output className={styles.preview} style={{ display: "block" }} dir="auto">
        {fillVariables(text, values, isUrl ? "url" : "text")}
      </output>
    </div>
  );
}

/** Asks again in its own place: one press more, and no window on a window. */
function RemoveButton({ item, onRemoved }: { item: CannedItem; onRemoved: () => void }) {
  const [sure, setSure] = useState(false);
  const remove = useSubmit(async () => {
    await del(`/canned/${item.id}`);
    onRemoved();
  });
  return (
    <form className={styles.remove} onSubmit={remove.onSubmit}>
      {sure ? (
        // A button of its own: the one just pressed must not become one that submits while it is pressed.
        <Button key="sure" submit look="danger" disabled={remove.busy}>
          {remove.problem ?? t("canned.removeSure")}
        </Button>
      ) : (
        <Button key="ask" look="quiet" onClick={() => setSure(true)}>
          {t("canned.remove")}
        </Button>
      )}
    </form>
  );
}
