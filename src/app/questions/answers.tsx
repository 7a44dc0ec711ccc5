/** Every option after the answer, in the groups and the order that its kind is best read in. */
import type { JSX } from 'preact';
import { shufflePlaces, type Item, type OptionResult, type Scored } from '../../quiz/index.ts';
import { Answer } from './answer.tsx';
import { gapsInOrder } from './passage.ts';
import type { ToldProps } from './told.tsx';

interface Group {
  /** The place of all its answers, where the kind has places. */
  readonly place: string | null;
  readonly options: readonly OptionResult[];
}

export function Answers({ item, order, scored, words }: ToldProps): JSX.Element {
  const gaps = item.kind === 'cloze' ? gapsInOrder(words.passage(item.gaps)) : [];
  return (
    <>
      {groupAnswers(item, order, scored, gaps).map(({ place, options }) => (
        <section key={place} class={place === null ? 'told' : `told told-${item.kind}`}>
          {place === null ? null : <h3 class="told-place">{words.place(place)}</h3>}
          <ul class="answers">
            {options.map((option) => (
              <Answer key={option.option} item={item} option={option} words={words} gaps={gaps} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function groupAnswers(
  item: Item,
  order: readonly string[],
  { options }: Scored,
  gaps: readonly string[],
): readonly Group[] {
  if (item.kind === 'matching' || item.kind === 'sorting')
    return shufflePlaces(item, order)
      .map((place) => ({ place, options: options.filter(({ rightPlace }) => rightPlace === place) }))
      .filter((group) => group.options.length > 0);
  return [{ place: null, options: inReadingOrder(item, options, gaps) }];
}

function inReadingOrder(
  item: Item,
  options: readonly OptionResult[],
  gaps: readonly string[],
): readonly OptionResult[] {
  if (item.kind === 'ordering') return [...options].sort((a, b) => (a.keyPlace ?? 0) - (b.keyPlace ?? 0));
  if (item.kind !== 'cloze') return options;
  // Words of the passage as it is read, then those that it does not need.
  const at = ({ rightPlace }: OptionResult): number =>
    rightPlace === undefined ? gaps.length : gaps.indexOf(rightPlace);
  return [...options].sort((a, b) => at(a) - at(b));
}
