import { Play, Plus, Trash2 } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import type { SoundEntry, SoundRequest } from "../../protocol/rest.ts";
import { checkSound, OWN_LIMIT_SECONDS } from "../alerts/own-file.ts";
import { useAlertPreferences } from "../alerts/preferences.ts";
import { loadShared, useSharedSounds } from "../alerts/shared-sounds.ts";
import { play, wake } from "../alerts/speaker.ts";
import { Problem } from "../sign-in/problem.tsx";
import { del, post } from "../state/api.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { toast } from "../ui/toast.tsx";
import { useMayAdminister } from "./rights.ts";
import { Section } from "./section.tsx";
import styles from "./settings.module.css";

/** Administration → Sounds: what all operators can choose for their alerts, beside the sounds that come with Shopbell. */
export function SoundSettings() {
  const sounds = useSharedSounds((shared) => shared.sounds);
  const mayChange = useMayAdminister();
  const [removing, setRemoving] = useState<SoundEntry>();
  const [problem, setProblem] = useState<string>();
  return (
    <Section
      title={t("alerts.sounds")}
      text={t("alerts.soundsText", { seconds: OWN_LIMIT_SECONDS })}
      action={mayChange && <AddButton onProblem={setProblem} />}
    >
      {problem !== undefined && <Problem sentence={problem} />}
      {sounds === undefined && <div className={styles.pending} role="status" aria-label={t("shell.loading")} />}
      {sounds?.length === 0 && <EmptyState title={t("alerts.noSounds")} />}
      <ul className={styles.cards}>
        {sounds?.map((sound) => (
          <li key={sound.id} className={styles.card}>
            <div className={styles.cardHead}>
              <h3>
                <bdi>{sound.name}</bdi>
              </h3>
              <div className={styles.cardActions}>
                <IconButton label={t("alerts.listenTo", { name: sound.name })} onClick={() => void listen(sound)}>
                  <Play />
                </IconButton>
                {mayChange && (
                  <IconButton label={t("alerts.removeSound", { name: sound.name })} onClick={() => setRemoving(sound)}>
                    <Trash2 />
                  </IconButton>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {removing !== undefined && <RemoveDialog sound={removing} onClose={() => setRemoving(undefined)} />}
    </Section>
  );
}

async function listen({ id }: SoundEntry): Promise<void> {
  wake();
  await loadShared(id);
  play(`shared:${id}`, { volume: useAlertPreferences.getState().volume });
}

/** The file's name without its ending names the sound. */
function AddButton({ onProblem }: { onProblem: (sentence: string | undefined) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    target.value = ""; // so that the same file can be chosen again
    if (file === undefined) return;
    setBusy(true);
    onProblem(await add(file));
    setBusy(false);
  };
  return (
    <>
      <Button disabled={busy} onClick={() => input.current?.click()}>
        <Plus size={14} />
        {t("alerts.addSound")}
      </Button>
      <input ref={input} type="file" hidden accept="audio/*" onChange={(event) => void choose(event)} />
    </>
  );
}

/** @returns why it was not added, as a sentence. */
async function add(file: File): Promise<string | undefined> {
  const checked = await checkSound(file);
  if (typeof checked === "string") return t(`alerts.own-${checked}`, { seconds: OWN_LIMIT_SECONDS });
  const name = file.name.replace(/\.[^.]*$/, "").slice(0, 60);
  try {
    const type = file.type.replace(/^video\//, "audio/").replace(/;.*$/, "");
    await post("/sounds", { name, type, data: await base64Of(file) } satisfies SoundRequest);
    return undefined;
  } catch (error) {
    return refusalSentence(error);
  }
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      if (typeof reader.result === "string") resolve(reader.result.replace(/^[^,]*,/, ""));
    });
    reader.addEventListener("error", () => reject(reader.error ?? new Error("The file could not be read.")));
    reader.readAsDataURL(file);
  });
}

function RemoveDialog({ sound, onClose }: { sound: SoundEntry; onClose: () => void }) {
  const remove = async () => {
    onClose();
    await del(`/sounds/${sound.id}`).catch((error: unknown) => toast(refusalSentence(error), "problem"));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("alerts.removeSound", { name: sound.name })}
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            {t("shell.cancel")}
          </Button>
          <Button look="danger" onClick={() => void remove()}>
            {t("canned.removeSure")}
          </Button>
        </>
      }
    >
      <p>{t("alerts.removeSoundText")}</p>
    </Dialog>
  );
}
