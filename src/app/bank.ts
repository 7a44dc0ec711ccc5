/**
 * The bank of items in the app. Nothing of it comes with the first screens: the structure is one chunk, the words are
 * one chunk per group of ideas and language, and both are fetched when questions are about to be asked.
 */
import { useSyncExternalStore } from 'preact/compat';
import loaders from 'virtual:bank/texts';
import { bankText, loadBankPart, onTexts, textsEdition } from '../i18n/index.ts';
import { wearLaterFonts } from './later-fonts.ts';
import type { TextRef } from '../kernel/act.ts';
import { readBank, type Bank } from '../quiz/index.ts';

/** A bank with the groups of the ideas. */
export interface LoadedBank extends Bank {
  /** The group (1 to 5) of every idea of `levels/concepts.json`, in the order of that file. */
  readonly groups: ReadonlyMap<string, number>;
}

let loading: Promise<LoadedBank> | undefined;

/**
 * Loads the structure of the whole bank, once. What is wrong in it is left out and named in `faults`, with file, path
 * and reason, for the screen to tell. Rejects when it does not arrive; then the next call asks again.
 */
export function loadBank(): Promise<LoadedBank> {
  loading ??= fetchBank().catch((reason: unknown) => {
    loading = undefined;
    throw reason;
  });
  return loading;
}

async function fetchBank(): Promise<LoadedBank> {
  const { default: chunk } = await import('virtual:bank/items');
  const bank = readBank(chunk.files);
  return { ...bank, groups: new Map(chunk.ideas.map(({ id, group }) => [id, group])) };
}

/**
 * Loads the words of the items on these ideas (with those of their groups) in the language of the moment; a later
 * change of language brings them along. Rejects when they do not arrive.
 */
export async function loadBankTexts(ideas: readonly string[]): Promise<void> {
  wearLaterFonts('bank');
  const { groups } = await loadBank();
  const wanted = new Set(ideas.flatMap((idea) => groups.get(idea) ?? []));
  await Promise.all([...wanted].map((group) => loadBankPart(String(group), (language) => fetchTexts(group, language))));
}

async function fetchTexts(group: number, language: string): Promise<object> {
  const load = loaders[`${group}/${language}`];
  if (load === undefined) throw new Error(`the bank has no words for group ${group} in ${language}`);
  return (await load()).default;
}

/** Texts of items: give it what `stemText`, `optionText`, `optionFeedback`, `placeText`, `unitText`, `passageText` make. */
export function useBankText(): (ref: TextRef) => string {
  useSyncExternalStore(onTexts, textsEdition);
  return readBankText;
}

const readBankText = ({ key, values }: TextRef): string => bankText(key, values);
