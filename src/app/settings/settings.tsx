import type { JSX } from 'preact';
import { TeamPart } from '../joining/team-part.tsx';
import { OfflineSettings } from '../offline/offline-settings.tsx';
import { usePartText, useParts } from '../part-text.ts';
import { ROUTES } from '../routes.ts';
import { useText } from '../text.ts';
import { Screen } from '../ui/screen.tsx';
import { PartComing } from '../ui/part-coming.tsx';
import { Gamepads } from './gamepads.tsx';
import { KeptProgress } from './kept-progress.tsx';
import { PollAnswer } from './poll-answer.tsx';
import { SettingsPanel } from './settings-panel.tsx';

/** Settings as a screen of their own; the pause dialog shows the panel without what follows it here. */
export default function Settings(): JSX.Element {
  const { t } = useText();
  const arriving = useParts('settings');
  return (
    <Screen name={t('title.settings')} back={{ to: ROUTES.campaign, text: t('page.toCampaign') }}>
      {arriving.state === 'here' ? <Told /> : <PartComing arriving={arriving} />}
    </Screen>
  );
}

function Told(): JSX.Element {
  const { t } = usePartText('settings');
  return (
    <>
      <p class="quiet">{t('saved')}</p>
      <SettingsPanel>
        <Gamepads />
        <PollAnswer />
        <KeptProgress />
        <OfflineSettings />
        <TeamPart />
      </SettingsPanel>
    </>
  );
}
