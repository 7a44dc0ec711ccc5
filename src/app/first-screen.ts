/** The moment when the first screen stands. What no screen needs at once waits for it, so that the words come first. */
let announce: () => void = () => undefined;

/** Resolves when the first screen has been drawn. */
export const firstScreen: Promise<void> = new Promise((resolve) => {
  announce = resolve;
});

/** Says that it has been drawn, and leaves a mark by which the bench knows what had been asked for until then. */
export function announceFirstScreen(): void {
  performance.mark('first-screen');
  announce();
}
