/** Who sits where when two play at one screen: the left hand side and the right hand side, each with what is theirs. */
import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import { useActText } from '../../app/text.ts';
import { WayIcon } from '../../app/ui/way-icon.tsx';

export function Seats({ act }: { readonly act: string }): JSX.Element {
  const { t } = usePartText('kiosk');
  const at = useActText(act);
  return (
    <div class="seats">
      <span class="seats-sign" aria-hidden="true">
        <WayIcon way="two" />
      </span>
      <div>
        <p class="seats-who">{at('ways.two.text')}</p>
        <p>{t('two.talk')}</p>
      </div>
    </div>
  );
}
