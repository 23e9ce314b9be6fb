import { ArrowLeft, ArrowRight, Plus } from "lucide-react";
import { type FormEvent, useId, useRef, useState } from "react";
import type { Condition, VisitorStatus } from "../../protocol/visitor-list.ts";
import { applyFilter, clearFilter, useList } from "../list/live-list.ts";
import { t } from "../strings/t.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { ConditionRow } from "./condition-row.tsx";
import { clean, isComplete, MOST_CONDITIONS } from "./conditions.ts";
import styles from "./filter-dialog.module.css";
import { deleteFilter, mostFilters, moveFilter, saveFilter, useFilterDialog, useSavedFilters } from "./own-filters.ts";

const STATUSES: readonly VisitorStatus[] = ["online", "invited", "requesting", "chatting"];

/** What the list is filtered by just now. */
function shownFilter(): Pick<ReturnType<typeof useList.getState>, "text" | "statuses" | "where"> {
  return useList.getState();
}

/** A filter is made, or changed: its name, a text, statuses, conditions. A new one begins with what the list is filtered by. */
export function FilterDialog() {
  const id = useFilterDialog((state) => state.id);
  const saved = useSavedFilters(({ filters }) => filters.find((one) => one.id === id));
  const tooMany = useSavedFilters(({ filters }) => filters.length >= mostFilters());
  const [shown] = useState(shownFilter);
  const [name, setName] = useState(saved?.name ?? "");
  const [text, setText] = useState(saved?.text ?? shown.text);
  const [statuses, setStatuses] = useState<readonly VisitorStatus[]>(saved?.statuses ?? shown.statuses);
  const [where, setWhere] = useState<readonly Condition[]>(
    saved?.where ?? (shown.where.length > 0 ? shown.where : [{ if: "page", has: "" }]),
  );
  const [error, setError] = useState<string>();
  const box = useRef<HTMLInputElement>(null);
  const form = useId();

  const close = () => useFilterDialog.setState({ open: false, id: undefined });
  const refuse = (sentence: string) => {
    setError(sentence);
    box.current?.focus();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return refuse(t("filters.needsName"));
    if (saved === undefined && tooMany) return refuse(t("filters.tooMany", { count: mostFilters() }));
    const wish = { text: text.trim(), statuses: [...statuses], where: where.filter(isComplete).map(clean) };
    saveFilter({ name: name.trim(), ...wish }, saved?.id);
    applyFilter(wish);
    close();
  };
  const remove = () => {
    if (saved !== undefined) deleteFilter(saved.id);
    clearFilter();
    close();
  };
  return (
    <Dialog
      open
      wide
      onClose={close}
      focus={box}
      title={t(saved === undefined ? "filters.newTitle" : "filters.changeTitle")}
      footer={
        <>
          {saved !== undefined && (
            <span className={styles.tools}>
              <Button look="quiet" onClick={remove}>
                {t("filters.delete")}
              </Button>
              <IconButton label={t("filters.left")} onClick={() => moveFilter(saved.id, -1)}>
                <ArrowLeft />
              </IconButton>
              <IconButton label={t("filters.right")} onClick={() => moveFilter(saved.id, 1)}>
                <ArrowRight />
              </IconButton>
            </span>
          )}
          <Button look="quiet" onClick={close}>
            {t("shell.cancel")}
          </Button>
          <Button look="primary" submit form={form}>
            {t("filters.save")}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={save}>
        <TextField
          ref={box}
          label={t("filters.name")}
          error={error}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
        <fieldset className={styles.conditions}>
          <legend>{t("filters.conditions")}</legend>
          {where.map((condition, place) => (
            <ConditionRow
              // Conditions have nothing but their place to be told apart by, and their fields keep nothing of their own.
              // oxlint-disable-next-line react/no-array-index-key
              key={place}
              condition={condition}
              onChange={(next) => setWhere(where.with(place, next))}
              onRemove={() => setWhere(where.toSpliced(place, 1))}
            />
          ))}
          {where.length < MOST_CONDITIONS && (
            <Button onClick={() => setWhere([...where, { if: "page", has: "" }])}>
              <Plus size={14} aria-hidden="true" /> {t("filters.addCondition")}
            </Button>
          )}
        </fieldset>
        <TextField
          label={t("filters.text")}
          hint={t("filters.textHint")}
          value={text}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
        <fieldset className={styles.statuses}>
          <legend>{t("filters.statuses")}</legend>
          {STATUSES.map((status) => (
            <label key={status}>
              <input
                type="checkbox"
                checked={statuses.includes(status)}
                onChange={({ target }) =>
                  setStatuses(STATUSES.filter((one) => (one === status ? target.checked : statuses.includes(one))))
                }
              />
              {t(`list.${status}`)}
            </label>
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}
