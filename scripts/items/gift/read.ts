/**
 * Reads GIFT with the parser `gift-pegjs`, question by question, so that one question it cannot read does not cost
 * the others.
 */
import { parse, type GIFTQuestion, type TextChoice, type TextFormat } from 'gift-pegjs';
import { admit } from '../admit.ts';
import { judgeCredits, makePairs, type Common } from '../choose-kind.ts';
import { nameUniquely } from '../naming.ts';
import type { Imported, ImportSetting, Loss, WordedItem } from '../worded-item.ts';

/** Splits a file at its blank lines; comments and categories are dropped. */
export function splitGift(file: string): string[] {
  return file
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((block) =>
      block
        .split('\n')
        .filter((line) => !/^\s*(\/\/|\$CATEGORY)/.test(line))
        .join('\n')
        .trim(),
    )
    .filter((block) => block !== '');
}

/** Tags of HTML and signs of Markdown stay out of the bank, whose texts are plain. */
function plain(text: TextFormat | null | undefined): string {
  if (!text) return '';
  const words = text.format === 'html' ? text.text.replace(/<[^>]*>/g, ' ') : text.text;
  return words.replace(/\s+/g, ' ').trim();
}

/** Reads a GIFT file. Never throws: what cannot be read or carried is in the losses. */
export function readGift(file: string, setting: ImportSetting): Imported {
  const items: WordedItem[] = [];
  const losses: Loss[] = [];
  const nameItem = nameUniquely();
  splitGift(file).forEach((block, index) => {
    const place = `question ${index + 1}`;
    try {
      for (const question of parse(block)) {
        if (question.type === 'Category') continue;
        const stem = plain(question.stem);
        const title = question.title ?? stem.split(' ').slice(0, 5).join(' ');
        const made = convert(question, nameItem(title, `item-${index + 1}`), setting);
        admit(made, title === '' ? place : title, items, losses);
      }
    } catch (error) {
      const title = /::(.*?)::/s.exec(block)?.[1]?.trim();
      losses.push({
        item: title ? `${place} (${title})` : place,
        what: 'left out',
        reason: `is no GIFT: ${sayWhere(block, error)}`,
      });
    }
  });
  return { items, losses };
}

/** What the parser says, with the line it means and what is most often wrong there. */
function sayWhere(block: string, error: unknown): string {
  const { message, location } = error as Error & { readonly location?: { readonly start: { readonly line: number } } };
  const line = block.split('\n')[(location?.start.line ?? 0) - 1]?.trim();
  const meant = line === undefined || line === '' ? '' : ` In: ${line}`;
  return `${message}${meant} (Within a text, { } ~ = # : need a backslash before them; a blank line stands between two questions.)`;
}

/** The item, or why there is none. */
function convert(question: GIFTQuestion, id: string, setting: ImportSetting): WordedItem | string {
  const common = { id, idea: setting.idea, tier: setting.tier, situation: false };
  switch (question.type) {
    case 'MC':
      return convertChoice(common, plain(question.stem), question.choices);
    case 'Matching':
      return convertPairs(common, plain(question.stem), question.matchPairs);
    case 'TF':
      return 'a bare true or false can be guessed; give it reasons and write it as true-false-reason';
    case 'Numerical':
      return 'a number to be typed; the bank has a slider, whose range the file does not say';
    case 'Short':
      return 'an answer to be typed; the bank has none';
    case 'Essay':
      return 'an essay; nobody would read it';
    case 'Description':
    case 'Category':
      return 'a description without a question';
  }
}

function convertChoice(common: Common, stem: string, choices: readonly TextChoice[]): WordedItem | string {
  const nameOption = nameUniquely();
  const options: Record<string, { text: string; feedback: string }> = {};
  const credits: Record<string, number> = {};
  choices.forEach((choice, index) => {
    const text = plain(choice.text);
    const option = nameOption(text.split(' ').slice(0, 2).join(' '), `option-${index + 1}`);
    options[option] = { text, feedback: plain(choice.feedback) };
    credits[option] = choice.isCorrect && choice.weight === null ? 1 : (choice.weight ?? 0) / 100;
  });
  return judgeCredits(common, { stem, options }, credits);
}

function convertPairs(
  common: Common,
  stem: string,
  pairs: readonly { readonly subquestion: TextFormat; readonly subanswer: string }[],
): WordedItem | string {
  return makePairs(
    common,
    stem,
    pairs.map(({ subquestion, subanswer }) => [plain(subquestion), subanswer.trim()] as const),
  );
}
