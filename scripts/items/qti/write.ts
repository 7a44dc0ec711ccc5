/**
 * Writes an item as QTI 3.0 (1EdTech, "Question & Test Interoperability: Assessment, Section and Item Information
 * Model", 2022). All kinds pass but true-false-reason, whose reason hangs on the verdict. Every option's feedback is
 * an inline feedback, shown by response processing; scores that QTI's maps cannot say are reported.
 */
import type { Item } from '../../../src/quiz/index.ts';
import { QUARTERS, type ItemTexts, type Loss, type WordedItem } from '../worded-item.ts';
import { escapeXml } from './xml.ts';

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const SCHEMA = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0p1_v1p0.xsd';

/** The part of an item's file that depends on its kind. */
interface Parts {
  readonly cardinality: 'single' | 'multiple' | 'ordered';
  readonly base: 'identifier' | 'directedPair' | 'float';
  readonly correct: readonly string[];
  /** Credit by answer, summed up and kept between 0 and 1; null where the right answer alone counts. */
  readonly map: readonly (readonly [answer: string, credit: number])[] | null;
  readonly body: string;
}

/** One file's text, or null with the reason among the losses. */
export function writeQti({ item, texts }: WordedItem, language: string, losses: Loss[]): string | null {
  const parts = writeParts(item, texts, losses);
  if (parts === null) return null;
  const values = parts.correct.map((value) => `      <qti-value>${escapeXml(value)}</qti-value>`).join('\n');
  const entries = parts.map?.map(
    ([answer, credit]) => `      <qti-map-entry map-key="${answer}" mapped-value="${Number(credit.toFixed(6))}"/>`,
  );
  const mapping = entries
    ? `\n    <qti-mapping lower-bound="0" upper-bound="1" default-value="0">\n${entries.join('\n')}\n    </qti-mapping>`
    : '';
  const several = parts.cardinality !== 'single' || parts.base !== 'identifier';
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="${NAMESPACE} ${SCHEMA}"
  identifier="${item.id}" title="${item.id}" label="${item.idea}" adaptive="false" time-dependent="false" xml:lang="${language}">
  <qti-response-declaration identifier="RESPONSE" cardinality="${parts.cardinality}" base-type="${parts.base}">
    <qti-correct-response>
${values}
    </qti-correct-response>${mapping}
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="1"/>
  <qti-outcome-declaration identifier="FEEDBACK" cardinality="${several ? 'multiple' : 'single'}" base-type="identifier"/>
  <qti-item-body class="tier-${item.tier}${item.situation ? ' situation' : ''}">
${parts.body}
  </qti-item-body>
  <qti-response-processing>
${processScore(parts)}
${processFeedback(item, several)}
  </qti-response-processing>
</qti-assessment-item>
`;
}

function processScore({ map }: Parts): string {
  if (map !== null)
    return `    <qti-set-outcome-value identifier="SCORE"><qti-map-response identifier="RESPONSE"/></qti-set-outcome-value>`;
  return `    <qti-response-condition>
      <qti-response-if>
        <qti-match><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match>
        <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value>
      </qti-response-if>
    </qti-response-condition>`;
}

/** One choice shows the feedback of what was chosen; every other kind shows that of all options. */
function processFeedback(item: Item, several: boolean): string {
  const all = item.options.map((id) => `<qti-base-value base-type="identifier">${id}</qti-base-value>`).join('');
  const shown = several ? `<qti-multiple>${all}</qti-multiple>` : '<qti-variable identifier="RESPONSE"/>';
  return `    <qti-set-outcome-value identifier="FEEDBACK">${shown}</qti-set-outcome-value>`;
}

function feedbackOf(texts: ItemTexts, option: string): string {
  const feedback = texts.options[option]?.feedback;
  if (!feedback) return '';
  return `<qti-feedback-inline outcome-identifier="FEEDBACK" identifier="${option}" show-hide="show"> ${escapeXml(feedback)}</qti-feedback-inline>`;
}

function writeParts(item: Item, texts: ItemTexts, losses: Loss[]): Parts | null {
  const words = (option: string): string => escapeXml(texts.options[option]?.text ?? '') + feedbackOf(texts, option);
  const prompt = `      <qti-prompt>${escapeXml(texts.stem)}</qti-prompt>`;
  const partly = (reason: string): void => void losses.push({ item: item.id, what: 'partly', reason });
  const choices = item.options.map(
    (id) => `      <qti-simple-choice identifier="${id}">${words(id)}</qti-simple-choice>`,
  );
  const wrap = (name: string, more: string, inner: readonly string[]): string =>
    `    <qti-${name}-interaction response-identifier="RESPONSE"${more}>\n${inner.join('\n')}\n    </qti-${name}-interaction>`;
  switch (item.kind) {
    case 'single-choice':
    case 'graded-judgement': {
      const body = wrap('choice', ' shuffle="true" max-choices="1"', [prompt, ...choices]);
      if (item.kind === 'single-choice')
        return { cardinality: 'single', base: 'identifier', correct: [item.key], map: [[item.key, 1]], body };
      const credit = (id: string): number => QUARTERS.find(([, rank]) => rank === item.key[id])?.[0] ?? 0;
      const best = item.options.filter((id) => credit(id) === 1);
      return {
        cardinality: 'single',
        base: 'identifier',
        correct: best,
        map: item.options.map((id) => [id, credit(id)] as const),
        body,
      };
    }
    case 'multiple-response': {
      const wrongs = item.options.length - item.key.length;
      const map = item.options.map((id) => [id, 1 / (item.key.includes(id) ? item.key.length : -wrongs)] as const);
      const body = wrap('choice', ' shuffle="true" max-choices="0"', [prompt, ...choices]);
      return { cardinality: 'multiple', base: 'identifier', correct: item.key, map, body };
    }
    case 'ordering':
      partly('QTI’s maps cannot give part of the credit for an order');
      return {
        cardinality: 'ordered',
        base: 'identifier',
        correct: item.key,
        map: null,
        body: wrap('order', ' shuffle="true"', [prompt, ...choices]),
      };
    case 'matching':
    case 'sorting': {
      if (item.kind === 'sorting') partly('the credit is not corrected for chance');
      const pairs = item.options.map((id) => `${id} ${item.key[id]}`);
      const set = (entries: readonly string[]): string =>
        `      <qti-simple-match-set>\n${entries.join('\n')}\n      </qti-simple-match-set>`;
      const choice = (id: string, most: number, inner: string): string =>
        `        <qti-simple-associable-choice identifier="${id}" match-max="${most}">${inner}</qti-simple-associable-choice>`;
      const most = item.kind === 'matching' ? 1 : item.options.length;
      const body = wrap('match', ` shuffle="true" max-associations="${item.options.length}"`, [
        prompt,
        set(item.options.map((id) => choice(id, 1, words(id)))),
        set(item.places.map((id) => choice(id, most, escapeXml(texts.places?.[id] ?? '')))),
      ]);
      return {
        cardinality: 'multiple',
        base: 'directedPair',
        correct: pairs,
        map: pairs.map((pair) => [pair, 1 / pairs.length] as const),
        body,
      };
    }
    case 'cloze': {
      const pairs = item.gaps.map((gap) => `${item.key[gap]} ${gap}`);
      const passage = (texts.passage ?? '')
        .split(/\{\{([^}]+)\}\}/)
        .map((part, index) => (index % 2 === 1 ? `<qti-gap identifier="${part.trim()}"/>` : escapeXml(part)))
        .join('');
      const body = wrap('gap-match', ' shuffle="true"', [
        prompt,
        ...item.options.map((id) => `      <qti-gap-text identifier="${id}" match-max="1">${words(id)}</qti-gap-text>`),
        `      <p>${passage}</p>`,
      ]);
      return {
        cardinality: 'multiple',
        base: 'directedPair',
        correct: pairs,
        map: pairs.map((pair) => [pair, 1 / pairs.length] as const),
        body,
      };
    }
    case 'estimate': {
      partly('QTI’s slider is scored by the exact value; tolerance, unit and feedback are left out');
      const { min, max, step } = item.range;
      const body = wrap('slider', ` lower-bound="${min}" upper-bound="${max}" step="${step}"`, [prompt]);
      return { cardinality: 'single', base: 'float', correct: [String(item.key.value)], map: null, body };
    }
    case 'true-false-reason':
      losses.push({ item: item.id, what: 'left out', reason: 'QTI cannot make a reason hang on a verdict' });
      return null;
  }
}
