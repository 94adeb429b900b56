import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Options } from '../../components/options/options.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { startPanel } from '../../lib/panel/start.ts';
import { t } from '../../lib/text/t.ts';
import { NAMES, storyOf } from './chapters.ts';
import { hand } from './hand.ts';
import { openScene, openSettings, type Scene } from './scene.ts';

const query = new URLSearchParams(location.search);
const name = query.get('story') ?? NAMES[0] ?? '';
const story = storyOf(name);
if (story === undefined) throw new Error(`no story "${name}"; there are ${NAMES.join(', ')}`);

async function draw(scene: Scene): Promise<ReactNode> {
  if (name.startsWith('settings.')) return <Options settings={openSettings(scene)} />;
  const panel = await openScene(scene);
  startPanel(panel, window, Promise.resolve());
  return <Panel panel={panel} />;
}

const page = document.documentElement;
page.dataset.stories = NAMES.join(' ');
page.lang = t('app.language');
page.dir = t('app.direction');
document.title = `Aisle: ${name}`;
// What a reader gets who has set a larger text in the browser: 200 is twice the usual size.
const text = Number(query.get('text') ?? 100);
if (text !== 100) page.style.fontSize = `${0.8125 * text}%`;

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(await draw(story.scene));
await story.play?.(hand);
page.dataset.story = 'ready';
