import { createContext, use } from 'react';
import type { Settings } from '../../lib/panel/settings.ts';

export const SettingsContext = createContext<Settings | undefined>(undefined);

/** The parts of the settings page this component stands in. */
export function useSettings(): Settings {
  const settings = use(SettingsContext);
  if (settings === undefined) throw new Error('useSettings: no SettingsContext above this component');
  return settings;
}
