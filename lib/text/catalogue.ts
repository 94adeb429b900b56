import { createI18n } from '@wxt-dev/i18n';

/** The messages as the browser chose them: in its language if we have it, in English otherwise. */
export const catalogue = createI18n();
