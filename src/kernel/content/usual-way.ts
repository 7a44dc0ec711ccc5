/** What is needed of an act's file to tell its usual way from others. */
interface Ways {
  readonly parameters: Readonly<Record<string, number>>;
  readonly ways?: readonly { readonly parameters: Readonly<Record<string, number>> }[];
}

/**
 * The parameters with which strategies are played beside a run: the run's own, so on the same stage, but in the usual
 * way, which is that of the thousand runs and one that can be watched (a run by ear is dark).
 */
export function asUsualWay(file: Ways, played: unknown): unknown {
  const names = (file.ways ?? []).flatMap(({ parameters }) => Object.keys(parameters));
  const usual = names.map((name) => [name, file.parameters[name]] as const);
  return { ...(played as object), ...Object.fromEntries(usual) };
}
