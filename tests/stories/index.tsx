import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { createRoot } from 'react-dom/client';
import { CHAPTERS } from './chapters.ts';
import styles from './index.module.css';

const THEMES = ['light', 'dark'] as const;

/** Every state of every screen as its picture in both themes; each leads to the living page. */
function Index() {
  return (
    <main className={styles.page}>
      {Object.entries(CHAPTERS).map(([chapter, stories]) => (
        <section key={chapter}>
          <h1>{chapter}</h1>
          <div className={styles.stories}>
            {Object.keys(stories).map((state) => (
              <figure key={state} className={styles.story}>
                <figcaption>
                  <a href={`story.html?story=${chapter}.${state}`}>{state}</a>
                </figcaption>
                {THEMES.map((theme) => (
                  <img
                    key={theme}
                    className={styles.picture}
                    src={`../${chapter}.${state}.${theme}.png`}
                    alt={`${chapter}.${state}, ${theme}`}
                    loading="lazy"
                  />
                ))}
              </figure>
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Index />);
