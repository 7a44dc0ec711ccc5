import type { JSX } from 'preact';
import { TeamPart } from '../joining/team-part.tsx';
import { OfflineSettings } from '../offline/offline-settings.tsx';
import { ROUTES } from '../routes.ts';
import { useText } from '../text.ts';
import { Screen } from '../ui/screen.tsx';
import { Gamepads } from './gamepads.tsx';
import { KeptProgress } from './kept-progress.tsx';
import { PollAnswer } from './poll-answer.tsx';
import { SettingsPanel } from './settings-panel.tsx';

/** Settings as a screen of their own; the pause dialog shows the panel without what follows it here. */
export default function Settings(): JSX.Element {
  const { t } = useText();
  return (
    <Screen name={t('settings.heading')} back={{ to: ROUTES.campaign, text: t('page.toCampaign') }}>
      <p class="quiet">{t('settings.saved')}</p>
      <SettingsPanel>
        <Gamepads />
        <PollAnswer />
        <KeptProgress />
        <OfflineSettings />
        <TeamPart />
      </SettingsPanel>
    </Screen>
  );
}
