import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import {
  type ComponentProps,
  type FocusEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useRef,
  useEffect,
  useState,
} from "react";
import { useKeysOf } from "../commands/own-keys.ts";
import type { CommandId } from "../commands/table.ts";
import { Kbd } from "./kbd.tsx";
import styles from "./menu.module.css";

type Placement = Pick<ComponentProps<typeof Base.Positioner>, "side" | "align">;

/** Where a menu is drawn, for one beside the page's main part: within its own part of the console, so that it stands over that. */
type Home = { home?: RefObject<HTMLElement | null> };

/** A menu that `trigger`, a button, opens. */
export function Menu({
  trigger,
  home,
  children,
  side = "bottom",
  align = "start",
}: Placement & Home & { trigger: ReactElement; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Popup side={side} align={align} {...(home && { home })}>
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
  byTouch = false,
  label,
  onClose,
  focusAfter,
  home,
  children,
}: Home & {
  rect: DOMRect;
  byKey: boolean;
  byTouch?: boolean;
  label: string;
  onClose: () => void;
  focusAfter: RefObject<HTMLElement | null>;
  children: ReactNode;
}) {
  const still = useStillPointer(byKey, byTouch);
  /** The menu takes the focus itself; its first entry gets it from there, once. */
  const begun = useRef(!byKey);
  const onFocus = ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    if (begun.current || target !== currentTarget) return;
    begun.current = true;
    currentTarget.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
  };
  return (
    <Base.Root open onOpenChange={(open) => !open && !(byTouch && still) && onClose()}>
      <Popup
        side="bottom"
        align="start"
        label={label}
        onFocus={onFocus}
        still={still}
        anchor={{ getBoundingClientRect: () => rect }}
        finalFocus={focusAfter}
        {...(home && { home })}
      >
        {children}
      </Popup>
    </Base.Root>
  );
}

/** What follows the lifting of a finger (a click, the mouse's events for old pages) comes within this. */
const LIFT_MS = 80;

/**
 * Whether the pointer means nothing yet: one that rests where a menu was opened by a key must not choose an entry, nor close the menu or
 * choose what it happens to stand on when the finger that opened it is lifted.
 */
function useStillPointer(byKey: boolean, byTouch: boolean): boolean {
  const [still, setStill] = useState(byKey || byTouch);
  useEffect(() => {
    const over = new AbortController();
    const { signal } = over;
    if (byTouch) {
      const lifted = () => setTimeout(() => setStill(false), LIFT_MS);
      for (const type of ["touchend", "touchcancel"]) addEventListener(type, lifted, { capture: true, signal });
    } else {
      // A pointer that rests is told of, too, when something appears under it; but then it has not moved.
      const onMove = ({ movementX, movementY }: PointerEvent) =>
        (movementX !== 0 || movementY !== 0) && setStill(false);
      addEventListener("pointermove", onMove, { signal });
    }
    return () => over.abort();
  }, [byTouch]);
  return still;
}

function Popup({
  children,
  label,
  onFocus,
  still = false,
  finalFocus,
  home,
  ...placement
}: Placement &
  Home & {
    label?: string;
    onFocus?: (event: FocusEvent<HTMLElement>) => void;
    /** The pointer rests where the menu happens to open, and means nothing by it. */
    still?: boolean;
    anchor?: ComponentProps<typeof Base.Positioner>["anchor"];
    finalFocus?: RefObject<HTMLElement | null>;
    children: ReactNode;
  }) {
  return (
    // Within the page's main part, so that somebody who goes from landmark to landmark comes by (axe: region).
    <Base.Portal container={home ?? document.querySelector("main") ?? document.body}>
      <Base.Positioner className={styles.positioner} sideOffset={4} collisionPadding={8} {...placement}>
        <Base.Popup
          onFocus={onFocus}
          className={styles.popup}
          style={still ? { pointerEvents: "none" } : undefined}
          {...(label !== undefined && { "aria-label": label })}
          {...(finalFocus && { finalFocus })}
        >
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

/** An entry: picture, words, and the keys of the command that does the same without the menu. */
export function MenuItem({
  icon,
  label,
  command,
  danger = false,
  disabled = false,
  onSelect,
}: {
  icon?: ReactNode;
  label: ReactNode;
  command?: CommandId | undefined;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
}) {
  const [keys] = useKeysOf(command);
  // The closing menu gives the focus back; what the entry opens then takes it from there.
  const afterClosing = () => setTimeout(onSelect);
  return (
    <Base.Item className={styles.item} data-danger={danger || undefined} disabled={disabled} onClick={afterClosing}>
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

/** Something that holds or does not; the menu stays open, because there may be more to set. */
export function MenuCheck({
  icon,
  label,
  command,
  checked,
  onChange,
}: {
  /** Where the other entries of its menu have one. */
  icon?: ReactNode;
  label: ReactNode;
  command?: CommandId;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const [keys] = useKeysOf(command);
  return (
    <Base.CheckboxItem className={styles.item} checked={checked} onCheckedChange={onChange}>
      {icon}
      <span className={styles.label}>{label}</span>
      {keys !== undefined && <Kbd keys={keys} />}
      <Base.CheckboxItemIndicator className={styles.check}>
        <Check />
      </Base.CheckboxItemIndicator>
    </Base.CheckboxItem>
  );
}

/** A sentence between the entries. */
export function MenuNote({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}

export function MenuSeparator() {
  return <Base.Separator className={styles.separator} />;
}
