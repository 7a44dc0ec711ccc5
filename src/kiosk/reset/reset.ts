/**
 * The one way in which a visitor's traces go. It may run at any moment, twice, or after half of it has failed, and ends
 * in the same state; what a page keeps to itself goes with the page, which is loaded anew right after.
 */
import type { Closing } from './closing.ts';

/** What the reset reaches. Tests give their own world; the page gives `pageWorld`. */
export interface ResetWorld {
  /** Stages, voices and whatever else is open. */
  readonly closing: Closing;
  /** Closes dialogs, clears the selection and the focus, scrolls to the top; empties the address of everything but the path. */
  clearPage(): void;
  /** No sound, no spoken word. */
  silence(): void;
  /** The organiser's settings and language. */
  wearDefaults(): Promise<void>;
  /** The visit is closed in the kiosk's own database; the visitor's name and code are forgotten. */
  leaveVisitor(): Promise<void>;
  /** Unfinished runs and examinations are dropped. */
  dropDrafts(): Promise<void>;
  /** Drawing contexts go back to the machine. */
  giveBackContexts(): void;
}

/** Never rejects: a step that fails is reported, and the next one runs all the same. */
export async function resetVisitor(world: ResetWorld, report: (reason: unknown) => void = reportError): Promise<void> {
  const steps: readonly (() => void | Promise<void>)[] = [
    () => world.closing.closeAll(),
    () => world.silence(),
    () => world.clearPage(),
    () => world.leaveVisitor(),
    () => world.dropDrafts(),
    () => world.wearDefaults(),
    () => world.giveBackContexts(),
  ];
  for (const step of steps) {
    try {
      await step();
    } catch (reason) {
      report(reason);
    }
  }
}
