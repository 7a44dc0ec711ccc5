/** Reads QTI 3.0 items: choices, orders, matches and gaps. Whatever else is in a file is reported. */
import { admit } from '../admit.ts';
import { judgeCredits, makePairs, type Common } from '../choose-kind.ts';
import { nameUniquely } from '../naming.ts';
import type { Imported, ImportSetting, ItemTexts, Loss, WordedItem } from '../worded-item.ts';
import { findAll, findFirst, parseXml, wordsOf, type XmlNode } from './xml.ts';

const FEEDBACK = ['qti-feedback-inline', 'qti-feedback-block', 'qti-modal-feedback'];
const OTHERS = /^qti-.*-interaction$/;
/** What words cannot say. */
const MEDIA = ['img', 'object', 'audio', 'video', 'math', 'svg', 'picture', 'qti-template-declaration'];

/** Reads the files of a package or single items, by name. Never throws: see the losses. */
export function readQti(files: Readonly<Record<string, string>>, setting: ImportSetting): Imported {
  const items: WordedItem[] = [];
  const losses: Loss[] = [];
  const nameItem = nameUniquely();
  for (const [file, text] of Object.entries(files)) {
    try {
      const root = findFirst(parseXml(text), 'qti-assessment-item');
      if (root === undefined) {
        if (!/manifest|assessmentTest|qti-assessment-test/i.test(file + text))
          losses.push({ item: file, what: 'left out', reason: 'is no item of QTI 3' });
        continue;
      }
      const id = nameItem(root.attributes['identifier'] ?? '', `item-${items.length + 1}`);
      const situation = /\bsituation\b/.test(findFirst(root, 'qti-item-body')?.attributes['class'] ?? '');
      admit(convert(root, { id, idea: setting.idea, tier: setting.tier, situation }), file, items, losses);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      losses.push({ item: file, what: 'left out', reason });
    }
  }
  return { items, losses };
}

function interactionsOf(node: XmlNode): XmlNode[] {
  return node.children.flatMap((child) => (OTHERS.test(child.name) ? [child] : interactionsOf(child)));
}

function convert(root: XmlNode, common: Common): WordedItem | string {
  const body = findFirst(root, 'qti-item-body');
  const interactions = body ? interactionsOf(body) : [];
  const [interaction] = interactions;
  if (body === undefined || interaction === undefined) return 'has no question in it';
  if (interactions.length > 1) return `has ${interactions.length} questions in one item`;
  const media = MEDIA.filter((name) => findAll(root, name).length > 0);
  if (media.length > 0) return `needs ${media.join(', ')}; the bank has words only`;
  const around = wordsOf(body, [interaction.name, ...FEEDBACK, 'qti-rubric-block']);
  const prompt = wordsOf(findFirst(interaction, 'qti-prompt') ?? interaction, ['qti-simple-choice']);
  const hasPrompt = findFirst(interaction, 'qti-prompt') !== undefined;
  const stem = [around, hasPrompt ? prompt : ''].filter((part) => part !== '').join(' ');
  switch (interaction.name) {
    case 'qti-choice-interaction':
      return convertChoice(root, interaction, common, stem);
    case 'qti-order-interaction':
      return convertOrder(root, interaction, common, stem);
    case 'qti-match-interaction':
      return convertMatch(root, interaction, common, stem);
    case 'qti-gap-match-interaction':
      return convertGaps(root, interaction, common, stem);
    case 'qti-slider-interaction':
      return 'a slider whose tolerance the file does not say';
    default:
      return `the bank has no ${interaction.name.replace(/^qti-/, '')}`;
  }
}

/** Names and words of an interaction's options, with the ids they had. */
function readOptions(nodes: readonly XmlNode[]): {
  ids: Map<string, string>;
  options: Record<string, { text: string; feedback: string }>;
} {
  const name = nameUniquely();
  const ids = new Map<string, string>();
  const options: Record<string, { text: string; feedback: string }> = {};
  nodes.forEach((node, index) => {
    const foreign = node.attributes['identifier'] ?? '';
    const id = name(foreign, `option-${index + 1}`);
    ids.set(foreign, id);
    const feedback = FEEDBACK.flatMap((kind) => findAll(node, kind)).map((each) => wordsOf(each));
    options[id] = { text: wordsOf(node, FEEDBACK), feedback: feedback.join(' ') };
  });
  return { ids, options };
}

function declarationOf(root: XmlNode, interaction: XmlNode): XmlNode | undefined {
  const wanted = interaction.attributes['response-identifier'];
  return findAll(root, 'qti-response-declaration').find((each) => each.attributes['identifier'] === wanted);
}

function correctValues(declaration: XmlNode | undefined): string[] {
  const correct = declaration && findFirst(declaration, 'qti-correct-response');
  return correct ? findAll(correct, 'qti-value').map((each) => wordsOf(each)) : [];
}

function convertChoice(root: XmlNode, interaction: XmlNode, common: Common, stem: string): WordedItem | string {
  const { ids, options } = readOptions(findAll(interaction, 'qti-simple-choice'));
  const declaration = declarationOf(root, interaction);
  const right = correctValues(declaration);
  const mapped = new Map<string, number>();
  if (declaration)
    for (const entry of findAll(declaration, 'qti-map-entry'))
      mapped.set(entry.attributes['map-key'] ?? '', Number(entry.attributes['mapped-value']));
  if (right.length === 0 && mapped.size === 0) return 'does not say which answer is right';
  const isSingle = declaration?.attributes['cardinality'] === 'single';
  const most = Math.max(...mapped.values());
  const credit = (foreign: string): number => {
    const value = mapped.get(foreign);
    if (isSingle && mapped.size > 0) return (value ?? 0) / most;
    return right.length > 0 ? (right.includes(foreign) ? 1 : 0) : (value ?? 0) > 0 ? 1 : 0;
  };
  const rights = [...ids.keys()].filter((foreign) => credit(foreign) > 0).length;
  const scale = isSingle ? 1 : Math.max(rights, 1);
  const credits = Object.fromEntries([...ids].map(([foreign, id]) => [id, credit(foreign) / scale]));
  return judgeCredits(common, { stem, options }, credits);
}

function convertOrder(root: XmlNode, interaction: XmlNode, common: Common, stem: string): WordedItem | string {
  const { ids, options } = readOptions(findAll(interaction, 'qti-simple-choice'));
  const key = correctValues(declarationOf(root, interaction)).map((foreign) => ids.get(foreign) ?? foreign);
  if (key.length === 0) return 'does not say which order is right';
  return { item: { ...common, kind: 'ordering', options: [...ids.values()], key }, texts: { stem, options } };
}

function convertMatch(root: XmlNode, interaction: XmlNode, common: Common, stem: string): WordedItem | string {
  const sets = findAll(interaction, 'qti-simple-match-set').map((set) =>
    readOptions(findAll(set, 'qti-simple-associable-choice')),
  );
  const [things, places] = sets;
  if (!things || !places) return 'has no two sets to be matched';
  const pairs = correctValues(declarationOf(root, interaction)).map((pair) => pair.split(/\s+/) as [string, string]);
  const matched = new Set(pairs.map(([thing]) => thing));
  if (pairs.length !== things.ids.size || matched.size !== things.ids.size)
    return 'a thing has no place, or several; the bank gives each exactly one';
  const label = (foreign: string): string => places.options[places.ids.get(foreign) ?? '']?.text ?? '';
  const used = new Set(pairs.map(([, place]) => place));
  const spare = [...places.ids.keys()].filter((place) => !used.has(place));
  const words = (foreign: string): string => things.options[things.ids.get(foreign) ?? '']?.text ?? '';
  const made = makePairs(common, stem, [
    ...pairs.map(([thing, place]) => [words(thing), label(place)] as const),
    ...spare.map((place) => ['', label(place)] as const),
  ]);
  if (typeof made === 'string') return made;
  // The pairs came in the order of the key: their feedback follows by the words.
  const feedbacks = new Map(Object.values(things.options).map(({ text, feedback }) => [text, feedback]));
  const options = Object.fromEntries(
    Object.entries(made.texts.options).map(([id, { text = '' }]) => [
      id,
      { text, feedback: feedbacks.get(text) ?? '' },
    ]),
  );
  return { item: made.item, texts: { ...made.texts, options } };
}

function convertGaps(root: XmlNode, interaction: XmlNode, common: Common, stem: string): WordedItem | string {
  const { ids, options } = readOptions(findAll(interaction, 'qti-gap-text'));
  const nameGap = nameUniquely();
  const gaps = new Map<string, string>();
  findAll(interaction, 'qti-gap').forEach((gap, index) => {
    const foreign = gap.attributes['identifier'] ?? '';
    gaps.set(foreign, nameGap(foreign, `gap-${index + 1}`));
  });
  const key: Record<string, string> = {};
  for (const pair of correctValues(declarationOf(root, interaction))) {
    const [word = '', gap = ''] = pair.split(/\s+/);
    key[gaps.get(gap) ?? gap] = ids.get(word) ?? word;
  }
  const withGaps = (node: XmlNode): XmlNode =>
    node.name === 'qti-gap'
      ? { name: '#text', attributes: {}, children: [], text: `{{${gaps.get(node.attributes['identifier'] ?? '')}}}` }
      : { ...node, children: node.children.map(withGaps) };
  const passage = wordsOf(withGaps(interaction), ['qti-prompt', 'qti-gap-text', ...FEEDBACK]);
  const texts: ItemTexts = { stem: stem === '' ? passage.replace(/\{\{[^}]*\}\}/g, '…') : stem, passage, options };
  return {
    item: { ...common, kind: 'cloze', options: [...ids.values()], gaps: [...gaps.values()], key },
    texts,
  };
}
