/** The page's texts as hooks: a component that reads a text is drawn anew when the language changes. */
import { useSyncExternalStore } from 'preact/compat';
import type { TextRef } from '../kernel/act.ts';
import { actText, campaignText, currentLanguage, onTexts, shellText, textsEdition } from '../i18n/index.ts';
import type { Language, ShellKey, TextValues } from '../i18n/index.ts';

export interface ShellTexts {
  readonly t: (key: ShellKey, values?: TextValues) => string;
  readonly language: Language;
}

/** Texts of the shell. */
export function useText(): ShellTexts {
  useSyncExternalStore(onTexts, textsEdition);
  return { t: shellText, language: currentLanguage() };
}

/** Texts of one act; its file must have been loaded (`useActTexts`). */
export function useActText(act: string): (key: string, values?: TextValues, fallback?: string) => string {
  useSyncExternalStore(onTexts, textsEdition);
  return (key, values, fallback) => actText(act, key, values, fallback);
}

/** Name and line of every act of the campaign. */
export function useCampaignText(): (act: string, part: 'name' | 'line') => string {
  useSyncExternalStore(onTexts, textsEdition);
  return campaignText;
}

const SHELL = 'shell:';

/** Looks a reference up as the theatre asks for it: a key of the act, or of the shell when it begins with `shell:`. */
export function readRef(act: string, ref: TextRef): string {
  return ref.key.startsWith(SHELL)
    ? shellText(ref.key.slice(SHELL.length) as ShellKey, ref.values)
    : actText(act, ref.key, ref.values);
}
