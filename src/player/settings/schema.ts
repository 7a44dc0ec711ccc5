import * as v from 'valibot';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

const Flag = v.boolean();
const range = (from: number, to: number) =>
  v.pipe(
    v.number(),
    v.finite(),
    v.transform((value) => Math.min(to, Math.max(from, value))),
  );
const Share = range(0, 1);

/** Every setting by itself, so that one bad value does not cost the others. Numbers out of range are brought into it. */
const FIELDS: { readonly [Name in keyof Settings]: v.GenericSchema<unknown, Settings[Name]> } = {
  language: v.nullable(v.pipe(v.string(), v.maxLength(35))),
  volumes: v.object({ master: Share, music: Share, effects: Share, voice: Share }),
  muted: Flag,
  captions: Flag,
  speed: range(0.1, 1),
  reducedMotion: v.nullable(Flag),
  textSize: range(1, 2),
  highContrast: Flag,
  bindings: v.record(v.string(), v.array(v.string())),
  singleKeys: Flag,
  scan: v.object({ on: Flag, periodMs: range(300, 10_000) }),
  haptics: Flag,
  ways: v.record(v.string(), v.string()),
  pollAnswered: Flag,
};

/** Settings read field by field. */
export interface ReadSettings {
  readonly settings: Settings;
  /** Fields that could not be used, with the reason; their defaults stand in. */
  readonly faults: readonly string[];
  /** Fields that this version does not know; they are written back as they were. */
  readonly unknown: Readonly<Record<string, unknown>>;
}

/** Reads settings from outside over `base`, which stands in for what is missing or bad. */
export function readSettings(
  value: Readonly<Record<string, unknown>>,
  base: Settings = DEFAULT_SETTINGS,
): ReadSettings {
  const faults: string[] = [];
  const unknown: Record<string, unknown> = {};
  const read: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(value)) {
    if (!isSetting(name)) {
      unknown[name] = given;
      continue;
    }
    const inner = base[name];
    // A group is completed before it is checked: a volume that is missing must not cost the other three.
    const isOpen = name === 'bindings' || name === 'ways';
    const whole = isGroup(inner) && isGroup(given) && !isOpen ? { ...inner, ...given } : given;
    const result = v.safeParse(FIELDS[name], whole);
    if (result.success) read[name] = result.output;
    else faults.push(`${name}: ${result.issues[0].message}`);
  }
  return { settings: { ...base, ...read }, faults, unknown };
}

function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(FIELDS, name);
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
