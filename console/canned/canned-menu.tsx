import { Popover } from "@base-ui/react/popover";
import { Settings2, Zap } from "lucide-react";
import { type RefObject, useId, useRef, useState } from "react";
import type { CannedItem } from "../../protocol/rest.ts";
import { t } from "../strings/t.ts";
import { useKeysOf } from "../commands/own-keys.ts";
import { shortcutsOf } from "../commands/printed.ts";
import { Kbd } from "../ui/kbd.tsx";
import styles from "./canned.module.css";
import { CannedOptions, optionId } from "./canned-options.tsx";
import { useCannedOf } from "./items.ts";
import { byFolder, searchCanned } from "./search.ts";
import { useOptions } from "./use-options.ts";

/** The drop-down of the canned messages or URLs, with a field to find one in. */
export function CannedMenu({
  kind,
  open,
  onOpenChange,
  onPick,
  focusAfter,
}: {
  kind: CannedItem["kind"];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: (item: CannedItem) => void;
  focusAfter: RefObject<HTMLElement | null>;
}) {
  const field = useRef<HTMLInputElement>(null);
  /** Within the chat, so that it stands over it, and who goes from landmark to landmark comes by. */
  const home = useRef<HTMLDivElement>(null);
  const [keys] = useKeysOf("chat-canned");
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger
        className={styles.trigger}
        aria-keyshortcuts={shortcutsOf("chat-canned")}
        title={t("canned.open")}
      >
        <Zap aria-hidden="true" />
        {t("canned.canned")} {keys !== undefined && <Kbd keys={keys} />}
      </Popover.Trigger>
      <div ref={home} />
      <Popover.Portal container={home}>
        <Popover.Positioner className={styles.positioner} side="top" align="end" sideOffset={6} collisionPadding={8}>
          <Popover.Popup
            className={styles.popup}
            aria-label={t(headings[kind])}
            initialFocus={field}
            finalFocus={focusAfter}
          >
            <Picker kind={kind} field={field} onPick={onPick} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const headings = { message: "canned.messages", url: "canned.urls" } as const;
const pages = { message: "#/settings/canned-messages", url: "#/settings/canned-urls" } as const;

function Picker({
  kind,
  field,
  onPick,
}: {
  kind: CannedItem["kind"];
  field: RefObject<HTMLInputElement | null>;
  onPick: (item: CannedItem) => void;
}) {
  const id = useId();
  const [query, setQuery] = useState("");
  const items = useCannedOf(kind);
  const inFolders = query.trim() === "";
  const found = inFolders ? byFolder(items).flatMap(({ items }) => items) : searchCanned(items, query, true);
  const { active, onKeyDown } = useOptions(found, query, onPick);
  const isEmpty = found.length === 0;
  return (
    <>
      <input
        ref={field}
        className={styles.search}
        type="text"
        role="combobox"
        aria-label={t("canned.find")}
        aria-expanded={!isEmpty}
        aria-controls={isEmpty ? undefined : id}
        aria-activedescendant={isEmpty ? undefined : optionId(id, active)}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={t("canned.find")}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Tab") onKeyDown(event);
        }}
      />
      {isEmpty ? (
        <p className={styles.none} role="status">
          {t(items.length === 0 ? "canned.noneYet" : "canned.noneFound")}
        </p>
      ) : (
        <CannedOptions id={id} items={found} active={active} inFolders={inFolders} onPick={onPick} />
      )}
      {/* A popped-out chat must stay where it is. */}
      <a className={styles.edit} href={pages[kind]} {...(location.hash.startsWith("#/chat/") && { target: "_blank" })}>
        <Settings2 aria-hidden="true" /> {t("canned.editAll")}
      </a>
    </>
  );
}
