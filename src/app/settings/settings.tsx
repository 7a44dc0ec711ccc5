import type { JSX } from 'preact';
import { ROUTES } from '../routes.ts';
import { useText } from '../text.ts';
import { Screen } from '../ui/screen.tsx';
import { SettingsPanel } from './settings-panel.tsx';

/** Settings as a screen of their own; the pause dialog shows the same panel. */
export default function Settings(): JSX.Element {
  const { t } = useText();
  return (
    <Screen name={t('settings.heading')} back={{ to: ROUTES.campaign, text: t('page.toCampaign') }}>
      <p class="quiet">{t('settings.saved')}</p>
      <SettingsPanel part="all" />
    </Screen>
  );
}
