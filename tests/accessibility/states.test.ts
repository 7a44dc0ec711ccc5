/**
 * What tells states apart: any two colours of a family stay apart for eyes that lack one kind of cone, and none of them
 * speaks alone: a sign, a shape or a word goes with it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ROOT } from '../../scripts/bots/content.ts';
import { VERDICT_ICONS } from '../../src/app/questions/verdict.ts';
import { LOOKS } from '../../src/app/reveal/strategy-look.tsx';
import { HEATS } from '../../src/team/ideas/heat.ts';
import { differenceOf, labOf, simulate, type Rgb } from './colour.ts';

/** ΔE₀₀ from which two patches that do not lie side by side are told apart without looking twice. */
const APART = 10;

const readStyles = (file: string): string => readFileSync(join(ROOT, 'src', file), 'utf8');
const TOKENS = readStyles('app/styles/tokens.css');

function readHex(hex: string): Rgb {
  return [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16)) as unknown as Rgb;
}

/** The colour that a rule gives, tokens looked up. Throws when the rule is not there, so that no state is forgotten. */
function colourOf(file: string, rule: string, property: string): Rgb {
  const styles = readStyles(file);
  const begins = styles.indexOf(`\n${rule} {`);
  const body = begins < 0 ? '' : styles.slice(begins, styles.indexOf('}', begins));
  const value = new RegExp(`[ ;{]${property}:[^;]*?(#[0-9a-f]{6}|var\\(--[\\w-]+\\))`).exec(body)?.[1];
  const token = value === undefined ? null : /--[\w-]+/.exec(value)?.[0];
  const hex = token === null || token === undefined ? value : new RegExp(`${token}: (#[0-9a-f]{6})`).exec(TOKENS)?.[1];
  if (hex === undefined) throw new Error(`${file} gives ${rule} no ${property}`);
  return readHex(hex);
}

const TOLD = 'app/questions/told.css';
const PANEL = 'stage/panel.css';
const omen = (kind: string): string => `.theatre-order-face[data-omen='${kind}'] .theatre-order-detail::before`;
const token = (name: string): Rgb => readHex(new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(TOKENS)?.[1] ?? '');

const FAMILIES: Readonly<Record<string, Readonly<Record<string, Rgb>>>> = {
  verdicts: Object.fromEntries(
    Object.keys(VERDICT_ICONS).map((word) => [word, colourOf(TOLD, `.verdict-${word}`, 'color')]),
  ),
  'marks of answers': Object.fromEntries(
    Object.keys(VERDICT_ICONS).map((word) => [word, colourOf(TOLD, `.answer-${word} .answer-mark`, 'color')]),
  ),
  'strategies in the reveal': Object.fromEntries(LOOKS.map(({ sign, color }) => [sign, readHex(color)])),
  'omens of orders': {
    sure: colourOf(PANEL, omen('sure'), 'background'),
    open: colourOf(PANEL, omen('open'), 'box-shadow'),
    lost: colourOf(PANEL, omen('lost'), 'box-shadow'),
  },
  'inks of the managers’ plots': {
    jade: token('jade'),
    indigo: token('indigo'),
    cinnabar: token('cinnabar'),
    ochre: token('ochre'),
  },
};

describe.each(Object.entries(FAMILIES))('the colours of %s', (_, family) => {
  it.each([null, 'protan', 'deutan', 'tritan'] as const)('are told apart by eyes of the kind %s', (deficiency) => {
    const seen = Object.entries(family).map(
      ([name, colour]) => [name, labOf(deficiency === null ? colour : simulate(colour, deficiency))] as const,
    );
    expect(seen.length).toBeGreaterThanOrEqual(3);
    const alike = seen.flatMap(([name, one], n) =>
      seen
        .slice(n + 1)
        .map(([other, two]) => ({ pair: `${name} and ${other}`, apart: differenceOf(one, two) }))
        .filter(({ apart }) => apart < APART),
    );
    expect(alike).toEqual([]);
  });
});

describe('no colour speaks alone', () => {
  it('verdicts have a sign each, strategies a sign and a hatching, and steps of a heat map more ink the weaker they are', () => {
    const signs = Object.values(VERDICT_ICONS);
    expect(new Set(signs).size).toBe(signs.length);
    for (const part of ['sign', 'turn'] as const)
      expect(new Set(LOOKS.map((look) => look[part])).size).toBe(LOOKS.length);
    const styles = readStyles('team/styles/heat.css');
    const hatched = HEATS.filter((heat) =>
      new RegExp(`\\n\\.heat-${heat} {[^}]*repeating-linear-gradient`).test(styles),
    );
    expect(hatched).toEqual(['soft', 'shaky']);
  });

  it('an omen is a full, a half or an empty disc', () => {
    const styles = readStyles(PANEL);
    const discs = ['sure', 'open', 'lost'].map((kind) => {
      const begins = styles.indexOf(omen(kind));
      return /background: (linear-gradient|#)/.exec(styles.slice(begins, styles.indexOf('}', begins)))?.[1] ?? 'empty';
    });
    expect(discs).toEqual(['#', 'linear-gradient', 'empty']);
  });
});
