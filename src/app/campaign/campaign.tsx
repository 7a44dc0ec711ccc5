import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { CAMPAIGN, isOpen } from '../acts.ts';
import { player } from '../player.ts';
import { useText } from '../text.ts';
import { Screen } from '../ui/screen.tsx';
import { TeamLine } from './team-line.tsx';
import { ActOnScroll, ActRolledUp } from './act-entry.tsx';
import { MusterPlace, MusterWaits } from './muster-place.tsx';
import './campaign.css';
import './muster.css';

/** The twelve acts as a hanging scroll. Those in rehearsal are rolled up; nothing opens them. */
export default function Campaign(): JSX.Element {
  const { t } = useText();
  const progress = useStore(player.progress);
  const [drafts, setDrafts] = useState<readonly string[]>([]);
  useEffect(() => {
    void player.drafts.list().then(setDrafts);
  }, []);
  return (
    <Screen name={t('campaign.heading')} class="campaign">
      <p class="quiet campaign-intro">{t('campaign.intro')}</p>
      <MusterWaits />
      <div class="scroll">
        <div class="scroll-rod" aria-hidden="true" />
        <ol class="scroll-paper">
          {CAMPAIGN.map((act, i) =>
            isOpen(act) ? (
              <ActOnScroll
                key={act}
                act={act}
                number={i + 1}
                progress={progress.acts[act]}
                history={progress.debriefs[act]}
                unfinished={drafts.includes(act)}
              />
            ) : (
              <ActRolledUp key={act} act={act} number={i + 1} />
            ),
          )}
        </ol>
        <div class="scroll-rod" aria-hidden="true" />
      </div>
      <MusterPlace />
      <TeamLine />
    </Screen>
  );
}
