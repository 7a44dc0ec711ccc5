/** What statements are about. All ids lie below the server's own address, which whoever runs it may use for this. */
import type { Library } from '../content/library.ts';
import { describeInteraction, nameComponent } from './interaction.ts';
import type { Activity, Definition, LanguageMap } from './statement.ts';
import { NAMES, SERIOUS_GAMES, TYPES } from './vocabulary.ts';
import type { Words } from './words.ts';

export interface Activities {
  readonly game: Activity;
  readonly drill: Activity;
  readonly examination: Activity;
  /** The profile that statements follow where cmi5 has no word. */
  readonly profile: Activity;
  act(id: string): Activity;
  bet(act: string): Activity;
  item(id: string): Activity;
  /** The IRI of an extension of ours. */
  extension(name: string): string;
}

/** @param origin where players reach the server, such as `https://play.example.org` */
export function describeActivities(
  origin: string,
  { items, betsOf }: Pick<Library, 'items' | 'betsOf'>,
  words: Words,
): Activities {
  const below = (...steps: readonly string[]): string =>
    new URL(['/xapi', ...steps.map((step) => encodeURIComponent(step))].join('/'), origin).href;
  // Some kilobytes each, and the same every time.
  const known = new Map<string, Activity>();
  const describe = (id: string, definition: Definition): Activity => ({ objectType: 'Activity', id, definition });
  return {
    game: describe(below('game'), { type: TYPES.game, name: NAMES.game }),
    drill: describe(below('drill'), { type: TYPES.drill, name: NAMES.drill }),
    examination: describe(below('examination'), { type: TYPES.examination, name: NAMES.examination }),
    profile: describe(SERIOUS_GAMES, { type: TYPES.profile }),
    extension: (name) => below('extensions', name),
    act(id) {
      const own = words.acts.get(id);
      return describe(below('acts', id), {
        type: TYPES.act,
        ...tell('name', own?.name),
        ...tell('description', own?.line),
      });
    },
    bet(act) {
      const own = words.acts.get(act);
      return describe(below('bets', act), {
        type: TYPES.interaction,
        ...tell('name', own?.name),
        ...tell('description', own?.question),
        interactionType: 'choice',
        choices: (betsOf[act] ?? []).map((id) => nameComponent(id, own?.bets[id])),
      });
    },
    item(id) {
      const item = items.get(id);
      if (item === undefined) return describe(below('items', id), { type: TYPES.question });
      const own = words.items.get(id);
      const activity =
        known.get(id) ??
        describe(below('items', id), {
          type: TYPES.interaction,
          ...tell('name', words.ideas.get(item.idea)),
          ...tell('description', own?.stem),
          ...describeInteraction(item, own),
        });
      known.set(id, activity);
      return activity;
    },
  };
}

/** A property with its texts, or none at all: empty objects are not to be sent. */
function tell<Name extends 'name' | 'description'>(
  name: Name,
  texts: LanguageMap | undefined,
): Partial<Record<Name, LanguageMap>> {
  return (texts === undefined ? {} : { [name]: texts }) as Partial<Record<Name, LanguageMap>>;
}
