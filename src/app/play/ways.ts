/** Which way an act is played: by one, by two, by ear, whatever ways it has. The usual one is the first. Pure. */
import type { ActFile } from '../acts.ts';

export { asUsualWay } from '../../kernel/content/usual-way.ts';

/** The first of some wishes that the act can grant, or its usual way; null when it has no ways. */
export function pickWay({ ways = [] }: Pick<ActFile, 'ways'>, wishes: readonly unknown[]): string | null {
  const wanted = wishes.flatMap((wish) => ways.filter(({ id }) => id === wish));
  return wanted[0]?.id ?? ways[0]?.id ?? null;
}

/**
 * The parameters with which a new run begins. The usual way has a gentler beginning in acts that give one, until the
 * player has played the act to its end.
 */
export function chooseParameters(
  file: Pick<ActFile, 'parameters' | 'ways' | 'first'>,
  way: string | null,
  hasPlayed: boolean,
): Readonly<Record<string, number>> {
  const { parameters, ways = [], first = {} } = file;
  const index = Math.max(
    0,
    ways.findIndex(({ id }) => id === way),
  );
  const changes = index === 0 && !hasPlayed ? first : (ways[index]?.parameters ?? {});
  return { ...parameters, ...changes };
}

/** Whether a run was played with other parameters than the act's own. */
export function isOtherWay(file: Pick<ActFile, 'parameters'>, played: unknown): boolean {
  const given = played as Readonly<Record<string, unknown>>;
  return Object.entries(file.parameters).some(([name, value]) => given[name] !== value);
}
