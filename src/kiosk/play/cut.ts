/** The kiosk's cut of an act: the same act, sixty to seventy-five seconds long at most. Pure. */

/** What the cut needs of `levels/<act>/act.json`. */
export interface CutFile {
  readonly parameters: Readonly<Record<string, number>>;
  readonly kiosk: Readonly<Record<string, number>>;
  readonly ways?: readonly { readonly id: string; readonly parameters: Readonly<Record<string, number>> }[];
}

/** Whether an act can be played in a way; null is the usual one. */
export function hasWay({ ways = [] }: Pick<CutFile, 'ways'>, way: string | null): boolean {
  return way === null || ways.some(({ id }) => id === way);
}

/** Parameters of a run at a kiosk: the way's over the act's, the cut's over both. Throws `RangeError` for a way that it has not. */
export function cutParameters(file: CutFile, way: string | null): Readonly<Record<string, number>> {
  if (!hasWay(file, way)) throw new RangeError(`there is no way ${way}`);
  const changes = file.ways?.find(({ id }) => id === way)?.parameters ?? {};
  return { ...file.parameters, ...changes, ...file.kiosk };
}
