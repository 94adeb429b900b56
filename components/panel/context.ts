import { createContext, use } from 'react';
import type { Panel } from '../../lib/panel/parts.ts';

export const PanelContext = createContext<Panel | undefined>(undefined);

/** The parts of the panel this component stands in. */
export function usePanel(): Panel {
  const panel = use(PanelContext);
  if (panel === undefined) throw new Error('usePanel: no PanelContext above this component');
  return panel;
}
