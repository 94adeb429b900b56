import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';

export type ButtonLook = {
  variant?: 'primary' | 'plain' | 'ghost' | 'danger' | undefined;
  small?: boolean | undefined;
  icon?: ReactNode;
};

export const buttonClass = ({ variant = 'plain', small }: ButtonLook, className?: string): string =>
  classes(styles.button, styles[variant], small && styles.small, className);

export function Button({
  variant,
  small,
  icon,
  className,
  children,
  ...rest
}: ButtonLook & ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} className={buttonClass({ variant, small }, className)}>
      {icon}
      {children}
    </button>
  );
}
