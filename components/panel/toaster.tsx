import { useStore } from 'zustand';
import { t } from '../../lib/text/t.ts';
import { Button } from '../ui/button.tsx';
import { Toast } from '../ui/toast.tsx';
import { usePanel } from './context.ts';
import styles from './toaster.module.css';

/** Where toasts stand. They stay while the pointer or the focus is at them. */
export function Toaster() {
  const { notices } = usePanel();
  const toast = useStore(notices, (state) => state.toast);
  if (toast === undefined) return null;
  const { text, action } = toast;
  return (
    <section
      aria-label={t('header.notices')}
      className={styles.place}
      onPointerEnter={notices.hold}
      onPointerLeave={notices.release}
      onFocus={notices.hold}
      onBlur={notices.release}
    >
      <Toast
        action={
          action && (
            <Button
              onClick={() => {
                notices.dismiss();
                action.run();
              }}
            >
              {action.label}
            </Button>
          )
        }
      >
        {text}
      </Toast>
    </section>
  );
}
