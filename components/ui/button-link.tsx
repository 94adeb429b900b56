import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClass } from './button.tsx';

/** A link that looks like a button; opens in a tab. */
export function ButtonLink({
  variant,
  small,
  icon,
  className,
  children,
  ...rest
}: ButtonLook & ComponentProps<'a'>) {
  return (
    <a target="_blank" rel="noreferrer" {...rest} className={buttonClass({ variant, small }, className)}>
      {icon}
      {children}
    </a>
  );
}
