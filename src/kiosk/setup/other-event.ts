/** Another event on a device that has had one. Nothing else of the draft changes. */
import { beginEvent } from '../settings/begin-settings.ts';
import { dayOf, endOfDay, type Draft } from './draft.ts';

/** Whether the draft is of another event than the settings that it began with. */
export function isOtherEvent({ settings, keptEvent }: Draft): boolean {
  return keptEvent !== null && keptEvent.event.id !== settings.event.id;
}

/**
 * A new event without a name, with a board of its own. A last day that is over gives way to today. `now`: milliseconds
 * since 1970.
 */
export function takeNewEvent(draft: Draft, now: number): Draft {
  const { keepDays } = draft.settings.event;
  const { event, boardToken } = beginEvent(now);
  const endDay = endOfDay(draft.endDay) >= now ? draft.endDay : dayOf(now);
  return { ...draft, settings: { ...draft.settings, event: { ...event, keepDays }, boardToken }, endDay };
}

/** The event that the settings had before, with its board. */
export function takeKeptEvent(draft: Draft): Draft {
  if (draft.keptEvent === null) return draft;
  return {
    ...draft,
    settings: { ...draft.settings, ...draft.keptEvent },
    endDay: dayOf(draft.keptEvent.event.endsAt),
  };
}
