/** Which way an act is played: by one, by two, by ear, whatever ways it has. The usual one is the first. Pure. */
import type { ActFile } from '../acts.ts';

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

/**
 * The parameters with which strategies are played beside a run: the run's own, so on the same stage, but in the usual
 * way, which is that of the thousand runs and one that can be watched (a run by ear is dark).
 */
export function asUsualWay(file: Pick<ActFile, 'parameters' | 'ways'>, played: unknown): unknown {
  const names = (file.ways ?? []).flatMap(({ parameters }) => Object.keys(parameters));
  const usual = names.map((name) => [name, file.parameters[name]] as const);
  return { ...(played as object), ...Object.fromEntries(usual) };
}

/** Whether a run was played with other parameters than the act's own. */
export function isOtherWay(file: Pick<ActFile, 'parameters'>, played: unknown): boolean {
  const given = played as Readonly<Record<string, unknown>>;
  return Object.entries(file.parameters).some(([name, value]) => given[name] !== value);
}
