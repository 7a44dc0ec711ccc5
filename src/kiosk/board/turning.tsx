import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import { useCampaignText } from '../../app/text.ts';
import type { Turns } from './use-turns.ts';

/** Which act is shown, and the way to another one; whatever turns by itself can be held still. */
export function Turning({
  acts,
  turns,
}: {
  readonly acts: readonly string[];
  readonly turns: Turns;
}): JSX.Element | null {
  const { t } = usePartText('claim');
  const campaign = useCampaignText();
  if (acts.length < 2) return null;
  return (
    <div class="big-turning">
      {acts.map((act) => (
        <button
          key={act}
          type="button"
          class="big-lantern"
          aria-label={campaign(act, 'name')}
          aria-pressed={act === turns.shown}
          onClick={() => turns.show(act)}
        />
      ))}
      <button type="button" class="link big-hold" onClick={() => turns.hold(turns.turning)}>
        {turns.turning ? t('board.hold') : t('board.goOn')}
      </button>
    </div>
  );
}
