/** Fetching the theatre: the stage with Phaser, the act's own stage, its rules and its file. All lazy, all cached. */
import type * as StageModule from '../../stage/index.ts';
import type { ActStageModule } from '../../stage/index.ts';
import type { InputBindings, ScanChoice } from '../../stage/index.ts';
import { bindKey, DEFAULT_BINDINGS, type Bindable, BINDABLE } from '../../stage/input/bindings.ts';
import type { Settings } from '../../player/index.ts';
import { loadStage } from '../acts.ts';
import { askForSheets } from './ahead.ts';

export interface TheatreParts {
  readonly openTheatre: typeof StageModule.openTheatre;
  readonly stage: ActStageModule;
}

/**
 * Fetches the theatre and an act's stage. Rejects when either does not arrive; a second call asks again. Their pictures
 * are asked for too, but not waited for: the theatre itself does that while it raises what needs none.
 */
export async function fetchTheatre(act: string): Promise<TheatreParts> {
  askForSheets(act);
  const [{ openTheatre, prepareTheatre }, stage] = await Promise.all([import('../../stage/index.ts'), loadStage(act)]);
  prepareTheatre(stage).catch(() => undefined);
  return { openTheatre, stage };
}

/** The keys of the settings laid over the theatre's own. */
export function bindingsOf(settings: Settings): InputBindings {
  const keys: Record<string, readonly string[]> = { ...DEFAULT_BINDINGS.keys };
  for (const what of BINDABLE) {
    const own = settings.bindings[what];
    if (own !== undefined) keys[what] = own;
  }
  return { ...DEFAULT_BINDINGS, keys, singleKeys: settings.singleKeys };
}

/** The settings' bindings after a key was given to a command: whatever it took the key from loses it there too. */
export function rebind(settings: Settings, what: Bindable, code: string): Settings['bindings'] {
  const before = bindingsOf(settings);
  const after = bindKey(before, what, code);
  const changed = BINDABLE.filter((each) => after.keys[each] !== before.keys[each]);
  return { ...settings.bindings, ...Object.fromEntries(changed.map((each) => [each, after.keys[each] ?? []])) };
}

/** The one switch, as the theatre wants it. */
export function scanOf(settings: Settings): ScanChoice {
  return settings.scan;
}
