import { Check } from 'lucide-react';
import { createContext, type KeyboardEvent, type ReactNode, use, useId, useRef, useState } from 'react';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import styles from './menu.module.css';
import { place } from './place.ts';

const Close = createContext<() => void>(() => {});

/** A button that opens a menu below it (above it in the lower half of the page). */
export function Menu({
  label,
  icon,
  className,
  children,
}: {
  label: string;
  icon: ReactNode;
  /** Of the button. */
  className?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        ref={button}
        label={label}
        icon={icon}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
      />
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles.menu}
        onKeyDown={moveFocus}
        onBeforeToggle={(event) => {
          setOpen(event.newState === 'open');
          if (event.newState === 'open' && button.current) place(event.currentTarget, button.current);
        }}
        onToggle={(event) => {
          if (event.newState === 'open') itemsOf(event.currentTarget)[0]?.focus();
        }}
      >
        <Close value={() => menu.current?.hidePopover()}>{open && children}</Close>
      </div>
    </>
  );
}

export function MenuItem({
  icon,
  checked,
  danger,
  disabled,
  onSelect,
  children,
}: {
  icon?: ReactNode;
  /** Given: one of several, and whether it is the one. */
  checked?: boolean;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}) {
  const close = use(Close);
  const radio = checked === undefined ? {} : { role: 'menuitemradio', 'aria-checked': checked };
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      disabled={disabled}
      {...radio}
      className={classes(styles.item, danger && styles.danger)}
      onClick={() => {
        close();
        onSelect();
      }}
    >
      <span className={styles.icon}>{checked ? <Check /> : icon}</span>
      {children}
    </button>
  );
}

const itemsOf = (menu: HTMLElement): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)'),
];

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const items = itemsOf(event.currentTarget);
  const active = document.activeElement;
  const at = active instanceof HTMLElement ? items.indexOf(active) : -1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === 'Tab') event.currentTarget.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[(to + items.length) % items.length]?.focus();
}
