import { useStore } from 'zustand';
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
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that someone is at the toast.
    <div
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
    </div>
  );
}
