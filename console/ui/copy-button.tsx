import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { t } from "../strings/t.ts";
import { Button } from "./button.tsx";
import { toast } from "./toast.tsx";

const SAID_MS = 2_000;

/** Puts `text` on the clipboard and says that it did. */
export function CopyButton({ text, label = t("shell.copy") }: { text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    if (await copyText(text)) setCopied(true);
    else toast(t("shell.copyFailed"), "problem");
  };
  return (
    <Button onClick={() => void copy()}>
      {copied ? <Check size={14} /> : <Copy size={14} />}
      <span aria-live="polite">{copied ? t("shell.copied") : label}</span>
    </Button>
  );
}

/** Whether the clipboard took it: browsers withhold it from pages without TLS, where an older way still works. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  const before = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
