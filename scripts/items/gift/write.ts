/**
 * Writes items as GIFT (docs.moodle.org, "GIFT format"). GIFT knows one right answer, weighted answers, pairs and
 * numbers; it has no order, no reasons to a verdict and only one gap. What it cannot carry is reported.
 */
import type { GradedJudgement, Item } from '../../../src/quiz/index.ts';
import { QUARTERS, type ItemTexts, type Loss, type WordedItem } from '../worded-item.ts';

/** Escapes what GIFT reads as signs, and keeps a text on one line. */
export function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\s*\n\s*/g, '\\n');
}

/** The file, and what did not pass. */
export function writeGift(worded: readonly WordedItem[]): { readonly text: string; readonly losses: readonly Loss[] } {
  const losses: Loss[] = [];
  const blocks: string[] = [];
  let idea = '';
  for (const { item, texts } of worded) {
    const answers = writeAnswers(item, texts, losses);
    if (answers === null) continue;
    if (item.idea !== idea) blocks.push(`$CATEGORY: ${item.idea}`);
    idea = item.idea;
    blocks.push(
      `// tier: ${item.tier}\n::${escapeGift(item.id)}::${escapeGift(texts.stem)}{\n${answers.join('\n')}\n}`,
    );
  }
  return { text: `${blocks.join('\n\n')}\n`, losses };
}

function writeAnswers(item: Item, texts: ItemTexts, losses: Loss[]): string[] | null {
  const answer = (sign: string, option: string): string => {
    const { text = '', feedback } = texts.options[option] ?? {};
    return `\t${sign}${escapeGift(text)}${feedback ? `#${escapeGift(feedback)}` : ''}`;
  };
  const partly = (reason: string): void => void losses.push({ item: item.id, what: 'partly', reason });
  const leftOut = (reason: string): null => {
    losses.push({ item: item.id, what: 'left out', reason });
    return null;
  };
  switch (item.kind) {
    case 'single-choice':
      return item.options.map((option) => answer(option === item.key ? '=' : '~', option));
    case 'graded-judgement':
      return item.options.map((option) => answer(signOf(item, option), option));
    case 'multiple-response': {
      const wrongs = item.options.length - item.key.length;
      const weigh = (option: string): number => 100 / (item.key.includes(option) ? item.key.length : -wrongs);
      return item.options.map((option) => answer(`~%${Number(weigh(option).toFixed(5))}%`, option));
    }
    case 'matching':
    case 'sorting': {
      partly('GIFT has no feedback on pairs');
      const label = (place: string): string => escapeGift(texts.places?.[place] ?? place);
      const used = new Set(Object.values(item.key));
      return [
        ...item.options.map(
          (option) => `\t=${escapeGift(texts.options[option]?.text ?? '')} -> ${label(item.key[option] as string)}`,
        ),
        ...item.places.filter((place) => !used.has(place)).map((place) => `\t= -> ${label(place)}`),
      ];
    }
    case 'estimate': {
      partly('GIFT has no slider: its range, its unit and the feedback below and above are left out');
      const { value, exact, near } = item.key;
      return [
        `#`,
        `\t=${value}:${exact}#${escapeGift(texts.options['right']?.feedback ?? '')}`,
        `\t=%50%${value}:${near}`,
      ];
    }
    case 'ordering':
      return leftOut('GIFT has no ordering');
    case 'true-false-reason':
      return leftOut('GIFT has no reasons to a verdict');
    case 'cloze':
      return leftOut('GIFT has one gap only, and no shared list of words');
  }
}

function signOf(item: GradedJudgement, option: string): string {
  const credit = QUARTERS.find(([, rank]) => rank === item.key[option])?.[0] ?? 0;
  return credit === 1 ? '=' : credit === 0 ? '~' : `~%${credit * 100}%`;
}
