/** How well one idea is remembered: what the drill needs to know of its card. Times are milliseconds since 1970. */
export interface IdeaCard {
  /** When it should be asked again. */
  readonly due: number;
  /** When it was asked last. */
  readonly lastAt: number;
  /** Days until it is remembered with a chance of 90 %. */
  readonly stability: number;
  /** Mean score of the latest sitting, from 0 to 1. */
  readonly lastScore: number;
}

/** By idea; an idea without a card has never been asked. */
export type Cards = Readonly<Record<string, IdeaCard>>;
