import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { type ComponentProps, type ReactElement, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { Kbd } from "./kbd.tsx";
import styles from "./menu.module.css";

type Placement = Pick<ComponentProps<typeof Base.Positioner>, "side" | "align">;

/** A menu that `trigger`, a button, opens. */
export function Menu({
  trigger,
  children,
  side = "bottom",
  align = "start",
}: Placement & { trigger: ReactElement; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Popup side={side} align={align}>
        {children}
      </Popup>
    </Base.Root>
  );
}

/**
 * A menu at a place on the screen, opened by whoever shows it: by a key (`byKey`), its first entry is chosen at once. `focusAfter` gets
 * the focus when it closes.
 */
export function MenuAt({
  rect,
  byKey,
  label,
  onClose,
  focusAfter,
  children,
}: {
  rect: DOMRect;
  byKey: boolean;
  label: string;
  onClose: () => void;
  focusAfter: RefObject<HTMLElement | null>;
  children: ReactNode;
}) {
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!byKey) return undefined;
    // After the menu has taken the focus for itself.
    const frame = requestAnimationFrame(() => popup.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus());
    return () => cancelAnimationFrame(frame);
  }, [byKey]);
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Popup
        side="bottom"
        align="start"
        label={label}
        popup={popup}
        anchor={{ getBoundingClientRect: () => rect }}
        finalFocus={focusAfter}
      >
        {children}
      </Popup>
    </Base.Root>
  );
}

function Popup({
  children,
  label,
  popup,
  finalFocus,
  ...placement
}: Placement & {
  label?: string;
  popup?: RefObject<HTMLDivElement | null>;
  anchor?: ComponentProps<typeof Base.Positioner>["anchor"];
  finalFocus?: RefObject<HTMLElement | null>;
  children: ReactNode;
}) {
  return (
    // Within the page's main part, so that somebody who goes from landmark to landmark comes by (axe: region).
    <Base.Portal container={document.querySelector("main") ?? document.body}>
      <Base.Positioner className={styles.positioner} sideOffset={4} collisionPadding={8} {...placement}>
        <Base.Popup
          ref={popup}
          className={styles.popup}
          {...(label !== undefined && { "aria-label": label })}
          {...(finalFocus && { finalFocus })}
        >
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

/** An entry: picture, words, and the key that does the same without the menu. */
export function MenuItem({
  icon,
  label,
  keys,
  danger = false,
  disabled = false,
  onSelect,
}: {
  icon?: ReactNode;
  label: ReactNode;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
}) {
  return (
    <Base.Item className={styles.item} data-danger={danger || undefined} disabled={disabled} onClick={onSelect}>
      {icon}
      <span className={styles.label}>{label}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </Base.Item>
  );
}

/** One of several of which exactly one holds. */
export function MenuChoice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly { value: T; label: ReactNode; icon?: ReactNode }[];
  onChange: (value: T) => void;
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className={styles.group}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={styles.item} closeOnClick>
            {option.icon}
            <span className={styles.label}>{option.label}</span>
            <Base.RadioItemIndicator className={styles.check}>
              <Check />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className={styles.separator} />;
}
