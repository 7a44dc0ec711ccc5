/** The name that every act gives to its way for two players at one screen. */
const TWO = 'two';

export function isForTwo(way: string | null): boolean {
  return way === TWO;
}
