import { describe, expect, it } from 'vitest';
import { packQti } from '../../scripts/items/files.ts';
import { readQti } from '../../scripts/items/qti/read.ts';
import { writeQti } from '../../scripts/items/qti/write.ts';
import { findAll, parseXml } from '../../scripts/items/qti/xml.ts';
import type { Loss, WordedItem } from '../../scripts/items/worded-item.ts';
import { unzipSync } from 'fflate';
import { bankOf } from './bank-of.ts';

const SETTING = { idea: 'push-pull', tier: 'soldier' } as const;

/** An item as authoring tools of QTI 3 write it: a stem outside the prompt, comments, a mapping with other weights. */
const FOREIGN = `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="Q_0042" title="Attention"
    adaptive="false" time-dependent="false" xml:lang="en-US">
  <qti-response-declaration identifier="RESPONSE_1" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>ChoiceB</qti-value></qti-correct-response>
    <qti-mapping default-value="0"><qti-map-entry map-key="ChoiceB" mapped-value="2"/></qti-mapping>
  </qti-response-declaration>
  <qti-item-body>
    <!-- a scene -->
    <p>The shop is <strong>full</strong> &amp; loud.</p>
    <qti-choice-interaction response-identifier="RESPONSE_1" shuffle="true" max-choices="1">
      <qti-prompt>Whom do you greet?</qti-prompt>
      <qti-simple-choice identifier="ChoiceA">The loudest</qti-simple-choice>
      <qti-simple-choice identifier="ChoiceB">The one at the door<qti-feedback-inline outcome-identifier="FEEDBACK"
        identifier="ChoiceB" show-hide="show">Nobody else has seen him.</qti-feedback-inline></qti-simple-choice>
      <qti-simple-choice identifier="ChoiceC">The one you know</qti-simple-choice>
    </qti-choice-interaction>
  </qti-item-body>
</qti-assessment-item>`;

/** An item in words alone: QTI's ids may differ from ours, what is said and what is right may not. */
function say({ item, texts }: WordedItem): unknown {
  const word = (id: string): string => texts.options[id]?.text ?? texts.places?.[id] ?? id;
  const key =
    typeof item.key === 'string'
      ? word(item.key)
      : Array.isArray(item.key)
        ? item.key.map((id: string) => word(id))
        : Object.fromEntries(Object.entries(item.key).map(([id, value]) => [word(id), word(String(value))]));
  return { stem: texts.stem, passage: texts.passage, key, options: new Set(Object.values(texts.options)) };
}

describe('QTI 3', () => {
  it('reads a foreign item: stem, options, feedback, key', () => {
    const { items, losses } = readQti({ 'q.xml': FOREIGN }, SETTING);
    expect(items).toEqual([
      {
        item: {
          id: 'q-0042',
          idea: 'push-pull',
          tier: 'soldier',
          situation: false,
          kind: 'single-choice',
          options: ['choicea', 'choiceb', 'choicec'],
          key: 'choiceb',
        },
        texts: {
          stem: 'The shop is full & loud. Whom do you greet?',
          options: {
            choicea: { text: 'The loudest', feedback: '' },
            choiceb: { text: 'The one at the door', feedback: 'Nobody else has seen him.' },
            choicec: { text: 'The one you know', feedback: '' },
          },
        },
      },
    ]);
    expect(losses.map(({ what, reason }) => `${what}: ${reason}`)).toEqual([
      'partly: no feedback for choicea, choicec: to be written',
    ]);
  });

  it('names the file and the reason for what it cannot take, and takes the rest', () => {
    const typed = FOREIGN.replaceAll('choice-interaction', 'text-entry-interaction');
    const files = {
      'broken.xml': '<qti-assessment-item',
      'typed.xml': typed,
      'other.xml': '<html/>',
      'good.xml': FOREIGN,
    };
    const { items, losses } = readQti(files, SETTING);
    expect(items).toHaveLength(1);
    const reasons = Object.fromEntries(
      losses.filter(({ what }) => what === 'left out').map((loss) => [loss.item, loss.reason]),
    );
    expect(reasons['broken.xml']).toMatch(/is no XML/);
    expect(reasons['typed.xml']).toBe('the bank has no text-entry-interaction');
    expect(reasons['other.xml']).toBe('is no item of QTI 3');
  });

  it('carries the bank out and in again: same kinds, words and keys', () => {
    const losses: Loss[] = [];
    const bank = bankOf('en');
    const files = Object.fromEntries(
      bank.flatMap((worded) => {
        const text = writeQti(worded, 'en', losses);
        return text === null ? [] : [[worded.item.id, text]];
      }),
    );
    const back = new Map(readQti(files, SETTING).items.map((worded) => [worded.item.id, worded]));
    const carried = bank.filter(({ item }) => item.id in files && item.kind !== 'estimate');
    expect(carried.length).toBeGreaterThan(100);
    for (const worded of carried) {
      const again = back.get(worded.item.id);
      expect(again?.item.kind, worded.item.id).toBe(worded.item.kind);
      expect(again?.item.situation).toBe(worded.item.situation);
      expect(again && say(again)).toEqual(say(worded));
    }
  });

  it('packs a manifest that names every file, the same bytes every time', () => {
    const files = { one: '<a/>', two: '<b/>' };
    const zip = packQti(files);
    expect(packQti(files)).toEqual(zip);
    const entries = unzipSync(zip);
    const manifest = parseXml(new TextDecoder().decode(entries['imsmanifest.xml']));
    const named = findAll(manifest, 'file').map((file) => file.attributes['href']);
    expect(named).toEqual(['items/one.xml', 'items/two.xml']);
    for (const name of named) expect(entries).toHaveProperty([name as string]);
  });
});
