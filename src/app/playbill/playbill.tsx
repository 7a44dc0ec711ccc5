import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { BET_QUESTION, loadActFile, loadRules, type ActFile } from '../acts.ts';
import { findPicture } from '../campaign/pictures.ts';
import { player } from '../player.ts';
import { toPlay } from '../routes.ts';
import { cue } from '../sound/cues.ts';
import { useActText, useText } from '../text.ts';
import { ActScreen } from '../ui/act-screen.tsx';
import { useArriving } from '../ui/arriving.ts';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { WayIcon } from '../ui/way-icon.tsx';
import { goTo, PlaceLink } from '../ui/place.tsx';
import type { ScreenProps } from '../screens.ts';
import { canDraw } from '../play/can-draw.ts';
import { fetchTheatre } from '../play/theatre.ts';
import { findWay, keepWay } from '../play/chosen-way.ts';
import './playbill.css';

/** The playbill: forty words, one question, and a bet. The stage is fetched while it is read. */
export default function Playbill({ act }: ScreenProps): JSX.Element {
  const needs = useArriving(act, async () => {
    const [file, drafts] = await Promise.all([loadActFile(act), player.drafts.list(), player.ready]);
    return { file, unfinished: drafts.includes(act) };
  });
  useEffect(() => {
    if (!canDraw()) return undefined;
    // Whatever does not arrive now is asked for again when the curtain rises; here it may fail in silence.
    const wait = setTimeout(() => void Promise.allSettled([fetchTheatre(act), loadRules(act)]), 250);
    return () => clearTimeout(wait);
  }, [act]);
  return (
    <ActScreen act={act} needs={needs} class="playbill">
      {({ file, unfinished }) => <Bill act={act} file={file} unfinished={unfinished} />}
    </ActScreen>
  );
}

interface BillProps {
  readonly act: string;
  readonly file: ActFile;
  readonly unfinished: boolean;
}

function Bill({ act, file, unfinished }: BillProps): JSX.Element {
  const { t } = useText();
  const at = useActText(act);
  const earlier = useStore(player.progress, (progress) => progress.bets[act]?.choice ?? null);
  const [chosen, choose] = useState<string | null>(earlier);
  const [way, chooseWay] = useState(() => findWay(act, file));
  const ways = file.ways ?? [];
  const picture = findPicture(act);
  const bet = (id: string): void => {
    choose(id);
    cue('bet');
  };
  const raise = async (): Promise<void> => {
    if (chosen === null) return;
    cue('curtain');
    if (way !== null) keepWay(act, way);
    await player.append({ type: 'bet', payload: { act, question: BET_QUESTION, choice: chosen } });
    await player.drafts.drop(act);
    goTo(toPlay(act));
  };
  return (
    <div class="bill">
      <section class="sheet bill-story">
        {picture === null ? null : <img class="bill-picture" src={picture} alt="" width="640" height="280" />}
        <p class="bill-line">{at('line')}</p>
        <p class="large">{at('playbill')}</p>
      </section>
      <form
        class="sheet bill-bet"
        onSubmit={(event) => {
          event.preventDefault();
          void raise();
        }}
      >
        <ChoiceCards
          name="bet"
          legend={at('bet.question')}
          chosen={chosen}
          choose={bet}
          choices={file.bets.map((id) => ({ id, label: at(`bet.options.${id}`) }))}
        />
        <p class="quiet small" id="bet-note">
          {chosen === null ? t('playbill.betFirst') : t('playbill.betNote')}
        </p>
        {ways.length < 2 ? null : (
          <ChoiceCards
            name="way"
            legend={t('playbill.ways')}
            chosen={way}
            choose={chooseWay}
            choices={ways.map(({ id }) => ({
              id,
              label: at(`ways.${id}.name`),
              text: at(`ways.${id}.text`),
              picture: <WayIcon way={id} />,
            }))}
          />
        )}
        <div class="buttons">
          {unfinished ? (
            <PlaceLink to={toPlay(act)} class="button button-main">
              {t('playbill.resume')}
            </PlaceLink>
          ) : null}
          <button
            type="submit"
            class={unfinished ? 'button button-paper' : 'button button-main'}
            disabled={chosen === null}
            aria-describedby="bet-note"
          >
            {unfinished ? t('playbill.again') : t('playbill.raise')}
          </button>
        </div>
        <p class="quiet small">{unfinished ? t('playbill.kept') : at('length', undefined, t('playbill.length'))}</p>
      </form>
      <section class="sheet bill-about">
        <h2>{t('playbill.ideas')}</h2>
        <ul class="bill-ideas">
          {file.ideas.map((idea) => (
            <li key={idea}>{at(`ideas.${idea}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
