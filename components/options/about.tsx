import { useEffect, useState } from 'react';
import { type Key, t } from '../../lib/text/t.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './about.module.css';
import { useSettings } from './context.ts';
import { Facts } from './facts.tsx';
import { LICENCES, PACKAGES } from './licences.ts';

const WHY: Record<string, Key> = {
  storage: 'options.permission_storage',
  contextMenus: 'options.permission_contextMenus',
  activeTab: 'options.permission_activeTab',
  scripting: 'options.permission_scripting',
  alarms: 'options.permission_alarms',
  sidePanel: 'options.permission_sidePanel',
};

type Keys = Awaited<ReturnType<ReturnType<typeof useSettings>['keys']>>;

/** The version, every permission with its reason, the keys, and whose work is inside. */
export function About() {
  const { manifest, keys, openKeys } = useSettings();
  const [shortcuts, setShortcuts] = useState<Keys>([]);
  useEffect(() => {
    const load = () => void keys().then(setShortcuts);
    load();
    // They are changed on a page of the browser's own: look again on the way back.
    window.addEventListener('focus', load);
    return () => window.removeEventListener('focus', load);
  }, [keys]);
  return (
    <>
      <Card>
        <p className={styles.version}>
          {t('app.name')} · {t('options.version', { version: manifest.version })}
        </p>
        <h3 className={styles.heading}>{t('options.permissions')}</h3>
        <Facts
          facts={[
            ...manifest.permissions.flatMap((name): [string, string][] => {
              const why = WHY[name];
              return why === undefined ? [] : [[name, t(why)]];
            }),
            [t('options.permission_own'), t('options.permission_hosts')],
            [t('options.permission_elsewhere'), t('options.permission_optional')],
          ]}
        />
      </Card>
      <Card>
        <div className={styles.head}>
          <h3 className={styles.heading}>{t('options.shortcut')}</h3>
          <Button small onClick={openKeys}>
            {t('options.shortcut_change')}
          </Button>
        </div>
        <Facts
          facts={shortcuts.map(({ description, shortcut }) => [
            description,
            shortcut === '' ? t('options.shortcut_none') : <Kbd key="key">{shortcut}</Kbd>,
          ])}
        />
      </Card>
      <Card>
        <h3 className={styles.heading}>{t('options.licences')}</h3>
        <p className={styles.text}>{t('options.licence_text')}</p>
        <ul className={styles.packages}>
          {PACKAGES.map(({ name, licence, owner }) => (
            <li key={name}>
              <b>{name}</b> · {licence} · {owner}
            </li>
          ))}
        </ul>
        {Object.entries(LICENCES).map(([name, text]) => (
          <details key={name} className={styles.licence}>
            <summary>{name}</summary>
            <p lang="en" dir="ltr">
              {text}
            </p>
          </details>
        ))}
      </Card>
    </>
  );
}
