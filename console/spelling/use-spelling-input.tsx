import { type MouseEvent, type RefObject, Suspense, useEffect, useRef, useState } from "react";
import { putIn } from "../canned/put-in.ts";
import { changeDraft, draftOf, useDraft } from "../chat/drafts.ts";
import { useChats } from "../chat/store.ts";
import { useOffers } from "../commands/offers.ts";
import { CAN_UNDERLINE } from "./mirror.ts";
import { useSpellingPreferences } from "./preferences.ts";
import { checkSpelling, useRequests } from "./requests.ts";
import { checksOnSend, misspelledBeforeSending } from "./send.ts";
import type { Checked } from "./spell-dialog.tsx";
import { SpellButton } from "./spell-button.tsx";
import { useSpelling } from "./status.ts";
import { t } from "../strings/t.ts";
import { toast } from "../ui/toast.tsx";
import { useUnderlines } from "./underlines.tsx";
import { difference } from "./walk.ts";
import type { Word } from "./words.ts";
import { onDemand } from "../ui/on-demand.tsx";

// With the dictionary's own part of the console, when somebody asks for them.
const SpellDialog = onDemand(() => import("./spell-dialog.tsx").then((it) => it.SpellDialog));
const WordMenu = onDemand(() => import("./word-menu.tsx").then((it) => it.WordMenu));

async function loadWindows(): Promise<void> {
  await Promise.all([import("./spell-dialog.tsx"), import("./word-menu.tsx")]);
}

/** A closing window holds the focus for some frames; after so many the text is put in without it. */
const MOST_FRAMES = 40;

/** The spelling checker of a chat's text box. `send` sends what stands in it, without asking. */
export function useSpellingInput(conversation: string, box: RefObject<HTMLTextAreaElement | null>, send: () => void) {
  const { text, input, asHtml } = useDraft(conversation);
  const { underline } = useSpellingPreferences();
  const isReady = useSpelling(({ state }) => state.kind === "ready");
  const checking = useRequests((requests) => requests.checking);
  const [menu, setMenu] = useState<{ word: Word; rect: DOMRect; byKey: boolean }>();
  const isText = input === "text";
  const underlines = useUnderlines({ box, text, html: asHtml, on: isText && underline });
  const home = useRef<HTMLDivElement>(null);
  const isChecking = useRef(false);

  // So that they are there when the server is not.
  useEffect(() => {
    if (isReady) loadWindows().catch(() => undefined);
  }, [isReady]);
  const showMenu = (found: { word: Word; rect: DOMRect }, byKey: boolean) => {
    loadWindows().then(
      () => setMenu({ ...found, byKey }),
      () => toast(t("spelling.notLoaded"), "problem"),
    );
  };
  const suggest = () => {
    const found = underlines.wordAt();
    if (found !== undefined) showMenu(found, true);
  };
  useOffers({
    "chat-spelling": { run: () => void checkSpelling(conversation), can: () => isText },
    "chat-suggest": { run: suggest, can: () => isText && underlines.wordAt() !== undefined },
  });

  const finish = ({ text: after, cursor, send: sends }: Checked) => {
    useRequests.setState({ checking: undefined });
    useChats.setState({ focus: conversation });
    if (sends) {
      changeDraft(conversation, { text: after });
      send();
    } else {
      whenFocused(box, (area) => {
        change(area, conversation, after);
        area.setSelectionRange(cursor, cursor);
      });
    }
  };
  return {
    /** Whether the browser's own underlines would be seconds. */
    underlines: isText && underline && isReady && CAN_UNDERLINE,
    layer: underlines.layer,
    written: underlines.written,
    button: isText && <SpellButton conversation={conversation} />,
    windows: (
      <Suspense>
        {/* Within the chat, so that the menu stands over it, and who goes from landmark to landmark comes by. */}
        <div ref={home} />
        {checking?.conversation === conversation && isText && (
          <SpellDialog
            text={text}
            html={asHtml}
            cursor={box.current?.selectionEnd ?? text.length}
            sending={checking.sending}
            onClose={finish}
          />
        )}
        {menu !== undefined && (
          <WordMenu
            {...menu}
            word={menu.word.word}
            box={box}
            home={home}
            onChange={(replacement) => {
              const { from, to, word } = menu.word;
              whenFocused(box, (area) => {
                if (area.value.slice(from, to) === word) putIn(area, replacement, from, to);
              });
            }}
            onCheck={() => void checkSpelling(conversation)}
            onClose={() => setMenu(undefined)}
          />
        )}
      </Suspense>
    ),
    /** On an underlined word, the menu of suggestions; elsewhere, and with Shift, the browser's own. */
    onContextMenu(event: MouseEvent) {
      const byKey = event.button !== 2;
      if (event.shiftKey && !byKey) return;
      const found = byKey ? underlines.wordAt() : underlines.wordAt({ x: event.clientX, y: event.clientY });
      if (found === undefined) return;
      event.preventDefault();
      showMenu(found, byKey);
    },
    /**
     * Sends, or, where the operator wants the spelling checked first, when nothing is left to correct; otherwise the window opens. What is
     * written in the meantime is not held up and not sent with it.
     */
    async sendChecked(sendText: (text: string) => void): Promise<void> {
      if (!isText || !checksOnSend()) return sendText(text);
      if (isChecking.current) return undefined;
      isChecking.current = true;
      const misspelled = await misspelledBeforeSending(text, asHtml);
      isChecking.current = false;
      if (misspelled.length > 0 && (await checkSpelling(conversation, true))) return undefined;
      if (draftOf(conversation).text.startsWith(text)) sendText(text);
      return undefined;
    },
  };
}

/** Puts a text in the place of the box's, as one change that "undo" takes back. */
function change(area: HTMLTextAreaElement, conversation: string, after: string): void {
  const { from, to, text } = difference(area.value, after);
  if (from === to && text === "") return;
  if (document.activeElement === area) putIn(area, text, from, to);
  else changeDraft(conversation, { text: after });
}

/** Does something in a box once it has the focus, which a window that is closing may still have. */
function whenFocused(box: RefObject<HTMLTextAreaElement | null>, run: (area: HTMLTextAreaElement) => void): void {
  let frames = 0;
  const look = () => {
    const area = box.current;
    if (area === null) return;
    area.focus();
    frames += 1;
    if (document.activeElement === area || frames > MOST_FRAMES) run(area);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
