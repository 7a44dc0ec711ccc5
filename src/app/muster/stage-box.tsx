/** The muster platform as a place: it stands over the examination's screens, and nothing depends on it. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Rank } from '../../quiz/items/item.ts';
import type { CueId } from '../../sound/port.ts';
import type { Muster, MusterSound } from '../../stage/muster/index.ts';
import { isCalm } from '../appearance.ts';
import { canDraw } from '../play/can-draw.ts';
import { player } from '../player.ts';
import { cue } from '../sound/cues.ts';
import { useText } from '../text.ts';
import './muster.css';
import { stillOf } from './stills.ts';

export interface MusterStageProps {
  /** The rank that was found; only looked at in the state `result`. */
  readonly rank: Rank | null;
  /** Answers given so far: with each new one the drum beats once and a flag is planted. */
  readonly beat: number;
  /** `waiting` before the first question, `asking` between the questions, `result` from the last answer on. */
  readonly state: 'waiting' | 'asking' | 'result';
}

const CUES: Readonly<Record<MusterSound, CueId>> = {
  beat: 'drum-beat',
  roll: 'drum-roll',
  step: 'step',
  banner: 'banner',
  raised: 'muster',
};

async function open(host: HTMLElement, view: MusterStageProps): Promise<Muster> {
  const { openMuster } = await import('../../stage/muster/index.ts');
  return openMuster(
    {
      host,
      reducedMotion: isCalm(player.settings.store.getState()),
      onSound: (what, pan) => cue(CUES[what], { pan }),
    },
    view,
  );
}

/**
 * Fills the box it is put in, which must have a size (aspect ratios from 1.5 to 4, or upright). Keep it mounted, with
 * the same place in the tree, through all three states: taken away and put back, it draws its curtain anew. Until the
 * stage is there, and where the browser cannot draw it, a still picture of the same moment stands in its place.
 */
export function MusterStage(props: MusterStageProps): JSX.Element {
  const { t } = useText();
  const host = useRef<HTMLDivElement>(null);
  const muster = useRef<Muster | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    const place = host.current;
    if (!place || !canDraw()) return;
    let wanted = true;
    open(place, latest.current).then(
      async (opened) => {
        if (!wanted) return opened.close();
        muster.current = opened;
        opened.show(latest.current);
        await opened.firstFrame;
        if (wanted) setLive(true);
      },
      // The still picture stays; the examination goes on.
      (reason: unknown) => reportError(reason),
    );
    const obey = player.settings.store.subscribe((settings) => muster.current?.setReducedMotion(isCalm(settings)));
    return () => {
      wanted = false;
      obey();
      muster.current?.close();
      muster.current = null;
    };
  }, []);
  useEffect(() => muster.current?.show(props), [props.rank, props.beat, props.state]);
  const rank = props.state === 'result' ? props.rank : null;
  const words = rank === null ? t('muster.picture') : `${t('muster.picture')} ${t(`muster.on.${rank}`)}`;
  return (
    <div class="muster-stage" role="img" aria-label={words} data-live={isLive ? '' : undefined}>
      <img class="muster-still" src={stillOf(rank)} alt="" />
      <div class="muster-live" ref={host} />
    </div>
  );
}
