/** What the three parts of the muster share: what they tell the frame around them, and how they wait. */
import type { ComponentChildren, JSX } from 'preact';
import type { MusterStageProps } from '../muster/stage-box.tsx';
import { useText } from '../text.ts';
import type { Arriving } from '../ui/arriving.ts';
import { LampLoading } from '../ui/loading.tsx';
import { Trouble } from '../ui/trouble.tsx';

/** What a part tells the frame around it. */
export interface PartProps {
  /** What the platform over the part shows. */
  stage(shown: MusterStageProps): void;
  /** The heading of the screen. */
  name(name: string): void;
}

/** Waits for what a part needs, and says what to do when it does not arrive. */
export function Waiting<Thing>(props: {
  readonly needs: Arriving<Thing>;
  readonly children: (thing: Thing) => ComponentChildren;
}): JSX.Element {
  const { t } = useText();
  const { needs } = props;
  if (needs.state === 'coming') return <LampLoading />;
  if (needs.state === 'here') return <>{props.children(needs.thing)}</>;
  return (
    <Trouble heading={t('play.lost')} text={t('play.lostText')}>
      <button type="button" class="button button-main" onClick={needs.retry}>
        {t('error.retry')}
      </button>
    </Trouble>
  );
}
