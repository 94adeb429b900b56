import { useEffect, useState } from 'react';
import { type Key, t } from '../../lib/text/t.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { usePanel } from './context.ts';
import styles from './shortcuts.module.css';

type Row = [keys: string[], what: Key];

const mac = /mac/i.test(navigator.userAgent);

const EVERYWHERE: Row[] = [
  [['1', '2', '3'], 'shortcuts.tabs'],
  [[mac ? '⌘V' : 'Ctrl+V'], 'shortcuts.paste'],
  [['Esc'], 'shortcuts.back'],
  [['?'], 'shortcuts.help'],
];
const LIST: Row[] = [
  [['/'], 'shortcuts.search'],
  [['↑', '↓'], 'shortcuts.move'],
  [['PgUp', 'PgDn'], 'shortcuts.page'],
  [['Home', 'End'], 'shortcuts.ends'],
  [['↵'], 'shortcuts.edit'],
  [['F2'], 'shortcuts.rename'],
  [['n'], 'shortcuts.new'],
];
const EDITOR: Row[] = [[[mac ? '⌘S' : 'Ctrl+S'], 'shortcuts.save']];

/** Every key of the panel. */
export function Shortcuts({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { keys } = usePanel();
  const [own, setOwn] = useState<Awaited<ReturnType<typeof keys>>>({});
  useEffect(() => {
    if (open) void keys().then(setOwn);
  }, [open, keys]);
  const browser: Row[] = [
    ...(own.open === undefined ? [] : [[[own.open], 'shortcuts.open_panel'] satisfies Row]),
    ...(own.lookUp === undefined ? [] : [[[own.lookUp], 'shortcuts.look_up'] satisfies Row]),
  ];
  return (
    <Dialog
      open={open}
      title={t('shortcuts.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('app.close')}</Button>}
    >
      {browser.length > 0 && <Keys title="shortcuts.browser" rows={browser} />}
      <Keys title="shortcuts.everywhere" rows={EVERYWHERE} />
      <Keys title="shortcuts.list" rows={LIST} />
      <Keys title="shortcuts.editing" rows={EDITOR} />
    </Dialog>
  );
}

function Keys({ title, rows }: { title: Key; rows: Row[] }) {
  return (
    <section>
      <h3 className={styles.title}>{t(title)}</h3>
      <dl className={styles.keys}>
        {rows.map(([keys, what]) => (
          <div key={what} className={styles.row}>
            <dt>
              {keys.map((each) => (
                <Kbd key={each}>{each}</Kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
