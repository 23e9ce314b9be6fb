import { makeButton } from "./button.ts";
import { make } from "./lent.ts";
import type { PanelStrings } from "./strings.ts";

export interface Leaving {
  name: string;
  email: string;
  text: string;
}

interface Options {
  strings: PanelStrings;
  /** What this visitor has told before. */
  known: Pick<Leaving, "name" | "email">;
  submit: (leaving: Leaving) => void;
  /** Somebody is there after all. */
  chatInstead: () => void;
  keep: (text: string) => void;
}

export interface LeaveForm {
  element: HTMLElement;
  read(): Leaving;
  put(leaving: Partial<Leaving>): void;
  /** @param isSending on its way to the server. */
  show(isSending: boolean, canChat: boolean): void;
  complain(sentence: string): void;
  limit(length: number): void;
  focus(): void;
}

/** The message for when nobody is online. What was filled in stays until the server has it. */
export function makeLeaveForm({ strings, known, submit, chatInstead, keep }: Options): LeaveForm {
  const common = (label: string) => ({
    "aria-label": label,
    placeholder: label,
    "aria-describedby": "complaint",
    required: "",
  });
  const fields = {
    name: make("input", { autocomplete: "name", maxlength: "120", ...common(strings.name) }),
    email: make("input", { type: "email", autocomplete: "email", maxlength: "254", ...common(strings.email) }),
    text: make("textarea", { rows: "4", dir: "auto", ...common(strings.text) }),
  };
  const { name, email, text } = fields;
  const all = [name, email, text];
  const complaint = make("p", { class: "complaint", id: "complaint", role: "alert" });
  const chat = makeButton(strings.accept, chatInstead);
  const send = make("button");
  // `novalidate`: the browser's rules, but our sentences. Its bubbles speak the browser's language, not the page's.
  const element = make(
    "form",
    { class: "leave", novalidate: "" },
    ...all,
    complaint,
    make("small", {}, strings.weReply),
    make("div", { class: "row" }, chat, send),
  );
  let mostLength = Infinity;

  const read = () => ({ name: name.value.trim(), email: email.value.trim(), text: text.value.trim() });
  const put = (leaving: Partial<Leaving>) => {
    for (const key of ["name", "email", "text"] as const) fields[key].value = leaving[key] ?? fields[key].value;
  };
  /** What is wrong with a field, if anything. */
  const wrong = (field: (typeof all)[number]) => {
    if (field.value.trim() === "") return strings.needed;
    if (!field.validity.valid) return strings.needEmail;
    const over = field.value.trim().length - mostLength;
    return field === text && over > 0 ? strings.tooLong(over) : "";
  };
  put(known);
  element.oninput = ({ target }) => {
    keep(text.value);
    // Whoever mends what was wrong is not told of it any longer.
    (target as Element).removeAttribute("aria-invalid");
    complaint.textContent = "";
  };
  element.onsubmit = (event) => {
    event.preventDefault();
    for (const field of all) field.setAttribute("aria-invalid", String(wrong(field) !== ""));
    const first = all.find(wrong);
    complaint.textContent = first === undefined ? "" : wrong(first);
    if (first !== undefined) first.focus();
    else if (!send.disabled) submit(read());
  };
  return {
    element,
    read,
    put,
    show(isSending, canChat) {
      send.disabled = isSending;
      send.textContent = isSending ? strings.sending : strings.sendMessage;
      chat.hidden = !canChat;
    },
    complain(sentence) {
      complaint.textContent = sentence;
    },
    limit(length) {
      mostLength = length;
    },
    focus: () => (all.find((field) => field.value === "") ?? send).focus(),
  };
}
