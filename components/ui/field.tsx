import { TriangleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './field.module.css';

type Look = {
  label: string;
  /** Stands at the end of the label's line: a count, a remark. */
  aside?: ReactNode;
  /** One line under the field; with a tone it warns or explains what is wrong. */
  hint?: ReactNode;
  tone?: 'warn' | 'bad' | undefined;
  /** Changed since it was saved. */
  dirty?: boolean | undefined;
  mono?: boolean | undefined;
  /** Between the field and its hint: a meter, for example. */
  children?: ReactNode;
};

type FieldProps = Look &
  (
    | ({ multiline?: false } & Omit<ComponentProps<'input'>, 'children'>)
    | ({ multiline: true } & Omit<ComponentProps<'textarea'>, 'children'>)
  );

export function Field(props: FieldProps) {
  const { label, aside, hint, tone, dirty, mono, children, id: givenId, className, ...rest } = props;
  const madeId = useId();
  const id = givenId ?? madeId;
  const described = hint === undefined ? undefined : `${id}-hint`;
  const common = {
    id,
    className: classes(
      styles.input,
      mono && styles.mono,
      dirty && styles.dirty,
      tone === 'bad' && styles.wrong,
      className,
    ),
    'aria-describedby': described,
    'aria-invalid': tone === 'bad' || undefined,
  };
  return (
    <div className={styles.field}>
      <div className={styles.label}>
        <label htmlFor={id}>{label}</label>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </div>
      <Control {...rest} {...common} />
      {children}
      {hint !== undefined && (
        <p id={described} className={classes(styles.hint, tone && styles[tone])}>
          {tone && <TriangleAlert aria-hidden />}
          <span>{hint}</span>
        </p>
      )}
    </div>
  );
}

type ControlProps =
  | ({ multiline?: false } & ComponentProps<'input'>)
  | ({ multiline: true } & ComponentProps<'textarea'>);

function Control(props: ControlProps) {
  if (props.multiline) {
    const { multiline, ...rest } = props;
    return <textarea dir="auto" rows={2} {...rest} />;
  }
  const { multiline, ...rest } = props;
  return <input dir="auto" {...rest} />;
}
