import { Search, X } from 'lucide-react';
import type { ComponentProps } from 'react';
import { t } from '../../lib/text/t.ts';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import { Kbd } from './kbd.tsx';
import styles from './search-field.module.css';

type SearchFieldProps = {
  /** Its name, and what the empty field says. */
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** The key that leads here, shown while the field is empty. */
  shortcut?: string;
  mono?: boolean;
} & Omit<ComponentProps<'input'>, 'value' | 'onChange'>;

export function SearchField({ label, value, onValue, shortcut, mono, className, ...rest }: SearchFieldProps) {
  return (
    <div className={classes(styles.search, className)}>
      <Search aria-hidden />
      <input
        type="search"
        dir="auto"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        {...rest}
        className={classes(mono && styles.mono)}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
      {value === '' ? (
        shortcut && <Kbd>{shortcut}</Kbd>
      ) : (
        <IconButton
          small
          label={t('app.clear')}
          icon={<X />}
          onClick={(event) => {
            onValue('');
            event.currentTarget.parentElement?.querySelector('input')?.focus();
          }}
        />
      )}
    </div>
  );
}
