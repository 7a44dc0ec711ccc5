import { player } from '../player.ts';

/** The opening poll (idea `aptitude`): not graded, asked once, open to change in the settings. */
const POLL_QUESTION = 'how-you-work';
export const POLL_CHOICES = ['alone', 'team', 'steer'] as const;
export type PollChoice = (typeof POLL_CHOICES)[number];

/** The choice with this name, or null. */
export function readChoice(name: string | undefined): PollChoice | null {
  return POLL_CHOICES.find((choice) => choice === name) ?? null;
}

/** Keeps an answer, and that the question need not be asked again. */
export async function answerPoll(choice: PollChoice): Promise<void> {
  player.settings.change({ pollAnswered: true });
  await player.append({ type: 'poll', payload: { question: POLL_QUESTION, choice } });
}
