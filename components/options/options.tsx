import { useStore } from 'zustand';
import type { Settings } from '../../lib/panel/settings.ts';
import { type Key, t } from '../../lib/text/t.ts';
import { Live } from '../ui/live.tsx';
import { Toast } from '../ui/toast.tsx';
import { About } from './about.tsx';
import { Connections } from './connections.tsx';
import { SettingsContext } from './context.ts';
import { Data } from './data.tsx';
import styles from './options.module.css';
import { Security } from './security.tsx';
import { Sites } from './sites.tsx';

const SECTIONS = [
  ['connections', 'options.connections', Connections],
  ['sites', 'options.sites', Sites],
  ['security', 'options.security', Security],
  ['data', 'options.data', Data],
  ['about', 'options.about', About],
] as const satisfies [string, Key, () => React.ReactNode][];

/** The settings page. */
export function Options({ settings }: { settings: Settings }) {
  const { said, toast } = useStore(settings.notices);
  return (
    <SettingsContext value={settings}>
      <div className={styles.page}>
        <header className={styles.header}>
          <h1 className={styles.title}>{t('options.title')}</h1>
          <nav aria-label={t('options.title')}>
            <ul className={styles.nav}>
              {SECTIONS.map(([id, title]) => (
                <li key={id}>
                  <a className={styles.link} href={`#${id}`}>
                    {t(title)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main className={styles.main}>
          {SECTIONS.map(([id, title, Section]) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`} className={styles.section}>
              <h2 id={`${id}-title`} className={styles.heading}>
                {t(title)}
              </h2>
              <Section />
            </section>
          ))}
        </main>
        {toast && (
          <section aria-label={t('header.notices')} className={styles.toast}>
            <Toast>{toast.text}</Toast>
          </section>
        )}
        <Live text={said} />
      </div>
    </SettingsContext>
  );
}
