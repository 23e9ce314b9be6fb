import { useQueryClient } from "@tanstack/react-query";
import { Download, Pencil, Plus, Upload } from "lucide-react";
import { useRef, useState } from "react";
import type { CannedItem } from "../../protocol/rest.ts";
import { Remote } from "../settings/remote.tsx";
import { useMayChange } from "../settings/rights.ts";
import { Section } from "../settings/section.tsx";
import { downloadFile } from "../state/download.ts";
import { type MeState, useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { Tag } from "../ui/tag.tsx";
import { CannedDialog } from "./canned-dialog.tsx";
import styles from "./canned-settings.module.css";
import { toCsv, toJson } from "./files.ts";
import { ImportDialog } from "./import-dialog.tsx";
import { useCanned } from "./items.ts";
import { byFolder } from "./search.ts";

type Kind = CannedItem["kind"];

/** Preferences → Canned Msg, and Canned URL: folder by folder, with what one may change. */
export function CannedSettings({ kind }: { kind: Kind }) {
  const query = useCanned();
  const queries = useQueryClient();
  /** The item whose window is open; `new` for one that is not there yet. */
  const [open, setOpen] = useState<CannedItem | "new">();
  const [file, setFile] = useState<File>();
  const all = query.data ?? [];
  const items = all.filter((item) => item.kind === kind);
  const askAgain = () => void queries.invalidateQueries({ queryKey: ["canned"] });
  // Each closes its own window only: what was changed in one may be told after the other has been opened.
  const closeItem = () => {
    setOpen(undefined);
    askAgain();
  };
  const closeFile = () => {
    setFile(undefined);
    askAgain();
  };
  const isMessage = kind === "message";
  return (
    <Section
      title={t(isMessage ? "canned.messagesTitle" : "canned.urlsTitle")}
      text={t(isMessage ? "canned.messagesText" : "canned.urlsText")}
      action={
        <div className={styles.actions}>
          <ImportButton onFile={setFile} />
          {items.length > 0 && <ExportButton items={items} kind={kind} />}
          <Button look="primary" onClick={() => setOpen("new")}>
            <Plus size={14} />
            {t("canned.add")}
          </Button>
        </div>
      }
    >
      <Remote query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState title={t(isMessage ? "canned.none" : "canned.noUrls")} />
          ) : (
            byFolder(items).map(({ folder, items }) => (
              <Folder key={folder} name={folder} items={items} onEdit={setOpen} />
            ))
          )
        }
      </Remote>
      {open !== undefined && (
        <CannedDialog
          kind={kind}
          item={open === "new" ? undefined : open}
          folders={[...new Set(items.map(({ folder }) => folder))].filter(Boolean).sort()}
          onClose={closeItem}
        />
      )}
      {file !== undefined && <ImportDialog file={file} kind={kind} known={all} onClose={closeFile} />}
    </Section>
  );
}

function Folder({
  name,
  items,
  onEdit,
}: {
  name: string;
  items: readonly CannedItem[];
  onEdit: (item: CannedItem) => void;
}) {
  const mayChange = useMayChange();
  const departments = useMe((state) => state.departments);
  return (
    <details open className={styles.folder}>
      <summary className={styles.folderName}>
        <bdi>{name === "" ? t("canned.noFolder") : name}</bdi> <span className={styles.quiet}>{items.length}</span>
      </summary>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <div className={styles.words}>
              <span className={styles.title}>
                <bdi>{item.title}</bdi> {item.shared && <Tag>{sharedBy(item, departments)}</Tag>}
              </span>
              <span className={styles.text} dir="auto">
                {item.text}
              </span>
              <span className={styles.quiet}>
                {item.uses === 0 ? t("canned.unused") : t("canned.uses", { count: item.uses })}
              </span>
            </div>
            {mayChange(item) && (
              <IconButton label={t("canned.edit", { title: item.title })} onClick={() => onEdit(item)}>
                <Pencil />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function sharedBy({ department }: CannedItem, departments: MeState["departments"]): string {
  if (department === undefined) return t("canned.shared");
  return departments.find(({ id }) => id === department)?.name ?? t("canned.formerDepartment");
}

function ImportButton({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>
        <Upload size={14} />
        {t("canned.import")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.csv,application/json,text/csv"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onFile(file);
          target.value = ""; // so that the same file can be chosen again
        }}
      />
    </>
  );
}

function ExportButton({ items, kind }: { items: readonly CannedItem[]; kind: Kind }) {
  const name = kind === "message" ? "canned-messages" : "canned-urls";
  return (
    <Menu
      align="end"
      trigger={
        <Button>
          <Download size={14} />
          {t("canned.export")}
        </Button>
      }
    >
      <MenuItem
        label={t("canned.exportJson")}
        onSelect={() => downloadFile(`${name}.json`, toJson(items), "application/json")}
      />
      <MenuItem label={t("canned.exportCsv")} onSelect={() => downloadFile(`${name}.csv`, toCsv(items), "text/csv")} />
    </Menu>
  );
}
