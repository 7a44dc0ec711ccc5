/** What an examination came to: the rank, how sure, firm and soft ground, what to play next, and every answer. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { KeptResult } from '../../player/index.ts';
import { checkResponse, type Item } from '../../quiz/index.ts';
import { loadBankTexts } from '../bank.ts';
import { formatDate, formatNumber, formatPercent } from '../format.ts';
import { Review } from '../questions/index.ts';
import { ROUTES, toHonour } from '../routes.ts';
import { cue } from '../sound/cues.ts';
import { useText } from '../text.ts';
import { useArriving } from '../ui/arriving.ts';
import { PlaceLink } from '../ui/place.tsx';
import { RankSeal } from '../ui/rank-seal.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting, type PartProps } from './part.tsx';
import { findMuster, type Muster } from './find-muster.ts';
import { Groups } from './groups.tsx';
import { openHall } from './hall.ts';
import { findActsFor, loadIdeaNames, type ActForIdeas, type IdeaNames } from './ideas.ts';
import { PlayNext } from './play-next.tsx';
import { RanksPlot } from './ranks-plot.tsx';

interface Found {
  readonly muster: Muster;
  readonly items: ReadonlyMap<string, Item>;
  readonly names: IdeaNames;
  readonly acts: readonly ActForIdeas[];
}

export function Result({ id, ...way }: PartProps & { readonly id: string }): JSX.Element {
  const { t } = useText();
  const needs = useArriving<Found | null>(id, async () => {
    const muster = await findMuster(id);
    if (muster === null) return null;
    const { answers, result } = muster.examination;
    const [{ items }, names, acts] = await Promise.all([
      openHall(),
      loadIdeaNames(),
      findActsFor(result.playNext),
      loadBankTexts([...new Set(answers.map(({ idea }) => idea))]),
    ]);
    return { muster, items, names, acts };
  });
  return (
    <Waiting needs={needs}>
      {(found) =>
        found === null ? (
          <Trouble heading={t('exam.lost')} text={t('exam.lostText')}>
            <PlaceLink to={ROUTES.muster} class="button button-main">
              {t('drill.toMuster')}
            </PlaceLink>
          </Trouble>
        ) : (
          <Told id={id} {...found} {...way} />
        )
      }
    </Waiting>
  );
}

function Told({
  id,
  muster,
  items,
  names,
  acts,
  stage,
  name,
}: Found & PartProps & { readonly id: string }): JSX.Element {
  const { t, language } = useText();
  const { answers, result } = muster.examination;
  const rank = t(`quiz.rank.${result.rank}`);
  useEffect(() => {
    name(t('exam.resultHeading', { rank }));
    stage({ rank: result.rank, beat: answers.length, state: 'result' });
  }, [language]);
  useEffect(() => cue('right'), []);
  return (
    <>
      <section class="sheet rank-told">
        <RankSeal tier={result.tier} earned name={rank} />
        {/* For the eye: the heading has named the rank, and the sentence below says how sure it is. */}
        <div aria-hidden="true">
          <p class={`rank-great rank-great-${result.tier}`}>{rank}</p>
          <p class="rank-sure">
            <b>{t('page.percent', { value: formatPercent(result.sureOfRank) })}</b> {t('exam.sureLabel')}
          </p>
        </div>
        <div class="rank-words">
          <p class="large">
            <HowSure result={result} />
          </p>
          {result.tier === 'soldier' ? <p>{t('exam.tierSure', { sure: formatPercent(result.sureOfTier) })}</p> : null}
          <p class="quiet small">{t('exam.asked', { count: answers.length, date: formatDate(muster.at) })}</p>
          <div class="buttons">
            <PlaceLink to={toHonour(id)} class="button button-main">
              {t('exam.honour')}
            </PlaceLink>
            <PlaceLink to={ROUTES.muster} class="button button-paper">
              {t('exam.retake')}
            </PlaceLink>
          </div>
        </div>
      </section>
      <RanksPlot ranks={result.ranks} />
      <Groups groups={result.groups} />
      <PlayNext ideas={result.playNext} names={names} acts={acts} />
      <Answers muster={muster} items={items} />
    </>
  );
}

/** Below this a rank is told together with the one that is as good as likely. */
const UNSURE = 0.7;

function HowSure({ result }: { readonly result: KeptResult }): JSX.Element {
  const { t } = useText();
  const other = result.ranks
    .filter(({ rank }) => rank !== result.rank)
    .reduce((best, each) => (each.probability > best.probability ? each : best));
  const sure = formatPercent(result.sureOfRank);
  return (
    <>
      {result.sureOfRank >= UNSURE
        ? t('exam.sure', { sure })
        : t('exam.between', {
            rank: t(`quiz.rank.${result.rank}`),
            other: t(`quiz.rank.${other.rank}`),
            sure,
            otherSure: formatPercent(other.probability),
          })}
    </>
  );
}

function Answers({ muster, items }: { readonly muster: Muster; readonly items: Found['items'] }): JSX.Element {
  const { t } = useText();
  const { answers } = muster.examination;
  const shown = answers.flatMap((answer, place) => {
    const item = items.get(answer.item);
    const fits =
      item !== undefined &&
      item.kind === answer.kind &&
      [...item.options].sort().join(' ') === [...answer.shown].sort().join(' ') &&
      checkResponse(item, answer.response) === null;
    return fits ? [{ item, answer, number: place + 1 }] : [];
  });
  const gone = answers.length - shown.length;
  return (
    <section class="sheet">
      <h2>{t('exam.reviewHeading')}</h2>
      {shown.map(({ item, answer, number }) => (
        <Review key={item.id} item={item} order={answer.shown} response={answer.response} number={number} />
      ))}
      {gone > 0 ? <p class="quiet">{t('exam.reviewGone', { count: gone, number: formatNumber(gone) })}</p> : null}
    </section>
  );
}
