/** One showing of a run: opens the theatre, lets it follow the settings, keeps the draft, writes the attempt. */
import type { ActRules } from '../../kernel/act-rules.ts';
import { outcomeOf } from '../../kernel/run.ts';
import type { Theatre } from '../../stage/index.ts';
import { currentLanguage, onTexts } from '../../i18n/index.ts';
import { recordRun } from '../../player/index.ts';
import { isCalm } from '../appearance.ts';
import { player } from '../player.ts';
import { settleTruth } from '../reveal/settle.ts';
import { loadActSound } from '../sound/act-sound.ts';
import { putSoundAway } from '../sound/cues.ts';
import { readRef } from '../text.ts';
import type { BegunRun } from './begin-run.ts';
import { watchInput } from './input-kind.ts';
import { asUsualWay } from './ways.ts';
import { bindingsOf, scanOf, type TheatreParts } from './theatre.ts';

export interface RunWishes {
  readonly host: HTMLElement;
  readonly rules: ActRules;
  readonly parts: TheatreParts;
  onPaused(): void;
  onFailed(reason: unknown): void;
  /** The attempt is written; the reveal may begin. */
  onDone(attempt: string): void;
}

/** What helped in a run; kept with the attempt, never held against it. */
function listAssists(): string[] {
  const settings = player.settings.store.getState();
  const assists: string[] = [];
  if (settings.scan.on) assists.push('scan');
  if (isCalm(settings)) assists.push('reduced-motion');
  if (!settings.singleKeys) assists.push('single-keys-off');
  if (settings.textSize > 1) assists.push('large-text');
  if (settings.highContrast) assists.push('high-contrast');
  return assists;
}

/** Everything that one showing holds; `close` gives it back and keeps the draft. */
export interface Showing {
  readonly theatre: Theatre;
  close(): Promise<void>;
}

/** Opens the curtain on a run that has begun. Rejects when the act's sounds do not arrive. */
export async function openShowing(wishes: RunWishes, begun: BegunRun): Promise<Showing> {
  const { rules, parts } = wishes;
  const { session } = begun;
  const act = rules.act.id;
  const { store } = player.settings;
  const settings = store.getState();
  const sound = await loadActSound(act);
  let slowest = Math.min(begun.slowest, settings.speed);
  let done = false;
  const input = watchInput(() => store.getState().scan.on);
  const text = (ref: Parameters<typeof readRef>[1]): string => readRef(act, ref);
  let stopKeeping: () => Promise<void> = async () => {};

  const finish = async (): Promise<void> => {
    if (done) return;
    done = true;
    const { record } = await player.append({
      type: 'attempt',
      payload: {
        act,
        replay: recordRun(session.run),
        outcome: outcomeOf(session.run),
        bet: settle(rules, begun),
        startedAt: begun.startedAt,
        endedAt: Date.now(),
        input: input.most(),
        speed: slowest,
        assists: listAssists(),
      },
    });
    await stopKeeping();
    await player.drafts.drop(act);
    wishes.onDone(record.id);
  };

  const theatre = await parts.openTheatre({
    host: wishes.host,
    session,
    act: parts.stage,
    text,
    lang: currentLanguage(),
    reducedMotion: isCalm(settings),
    captions: settings.captions,
    input: bindingsOf(settings),
    scan: scanOf(settings),
    interactive: true,
    onOver: () => void finish().catch(wishes.onFailed),
    onPauseAsked: wishes.onPaused,
    onHappened: sound.happened,
    onFrame: () => sound.follow(session.run.state),
  });
  theatre.setSpeed(settings.speed);
  const stopSettings = store.subscribe((now) => {
    slowest = Math.min(slowest, now.speed);
    theatre.setSpeed(now.speed);
    theatre.setReducedMotion(isCalm(now));
    theatre.setCaptions(now.captions);
    theatre.setBindings(bindingsOf(now));
    theatre.setScan(scanOf(now));
  });
  const stopTexts = onTexts(() => theatre.setText(text, currentLanguage()));
  stopKeeping = player.drafts.keep(session, {
    bet: begun.bet,
    startedAt: begun.startedAt,
    notes: () => ({ slowest }),
  });
  return {
    theatre,
    async close() {
      stopTexts();
      stopSettings();
      input.close();
      theatre.close();
      sound.leave();
      putSoundAway(false);
      if (!done) await stopKeeping();
    },
  };
}

/** The bet of a run, settled on the run's own seed and parameters by playing every strategy that it speaks of. */
function settle(rules: ActRules, { bet, file, session }: BegunRun): BegunRun['bet'] {
  if (bet === null) return null;
  const truth = settleTruth(rules, asUsualWay(file, session.run.parameters), session.run.seed);
  return { ...bet, right: truth === bet.choice };
}
