import { BadInput } from '../../../kernel/act.ts';

/** Spots of the shore, numbered from left to right. */
export const SPOTS = 7;

/** What the host can hold, in the order of the buttons. `bolt` is the crossbow, `hand` gathers. */
export const TOOLS = ['bolt', 'grain', 'glue', 'hand'] as const;
export type Tool = (typeof TOOLS)[number];

export type PondIntent =
  /** Takes a tool in hand; costs nothing and stops nothing but aiming. */
  | { readonly do: 'take'; readonly tool: Tool }
  /** Uses the tool in hand at a spot, 0 to 6. With the crossbow: aims, and the second time looses. */
  | { readonly do: 'use'; readonly at: number }
  /** Ends this evening early. */
  | { readonly do: 'sleep' };

/** Checks an intent that came from outside. Throws `BadInput`. */
export function parseIntent(value: unknown): PondIntent {
  if (typeof value !== 'object' || value === null) throw new BadInput('intent', 'must be an object');
  const given = value as Readonly<Record<string, unknown>>;
  switch (given['do']) {
    case 'take': {
      const tool = TOOLS.find((name) => name === given['tool']);
      if (tool === undefined) throw new BadInput('intent.tool', `must be one of ${TOOLS.join(', ')}`);
      return { do: 'take', tool };
    }
    case 'use': {
      const at = given['at'];
      if (typeof at !== 'number' || !Number.isInteger(at) || at < 0 || at >= SPOTS)
        throw new BadInput('intent.at', `must be a whole number from 0 to ${SPOTS - 1}`);
      return { do: 'use', at: Math.abs(at) };
    }
    case 'sleep':
      return { do: 'sleep' };
    default:
      throw new BadInput('intent.do', 'must be take, use or sleep');
  }
}
