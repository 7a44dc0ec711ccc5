import * as v from 'valibot';
import { climb, currentSchema, type Step } from '../../wire/records/migrate.ts';

/** The key under which the settings lie in localStorage. */
export const SETTINGS_KEY = 'marshals-baton/settings';
/** What could not be read is copied under this, and the time. */
export const ASIDE_KEY = 'marshals-baton/settings/kept-aside/';

/** Leads settings of version n to version n + 1, from 1 on. */
export const SETTINGS_LADDER: readonly Step[] = [];

const Envelope = v.object({
  format: v.literal('marshals-baton/settings'),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  settings: v.record(v.string(), v.unknown()),
});

export type Opened =
  | { readonly state: 'none' }
  | { readonly state: 'fine'; readonly settings: Readonly<Record<string, unknown>> }
  | { readonly state: 'corrupt'; readonly reason: string }
  | { readonly state: 'future'; readonly reason: string };

/** Opens the text that was kept. Never throws. */
export function openEnvelope(text: string | null, ladder: readonly Step[] = SETTINGS_LADDER): Opened {
  if (text === null) return { state: 'none' };
  try {
    const envelope = v.safeParse(Envelope, JSON.parse(text));
    if (!envelope.success) return { state: 'corrupt', reason: envelope.issues[0].message };
    const { version, settings } = envelope.output;
    if (version > currentSchema(ladder))
      return { state: 'future', reason: `version ${version} is newer than ${currentSchema(ladder)}` };
    const climbed = v.safeParse(v.record(v.string(), v.unknown()), climb(ladder, version, settings));
    return climbed.success
      ? { state: 'fine', settings: climbed.output }
      : { state: 'corrupt', reason: climbed.issues[0].message };
  } catch (error) {
    return { state: 'corrupt', reason: String(error) };
  }
}

/** The text to keep. */
export function sealEnvelope(settings: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ format: 'marshals-baton/settings', version: currentSchema(SETTINGS_LADDER), settings });
}
