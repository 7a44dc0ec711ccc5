/** Where claims stop holding: the data that the sweep over the sliders leaves behind, and its tables in Markdown. */
import type { Claim } from '../../src/kernel/claim.ts';
import { type Slider, valuesOf } from '../../src/kernel/content/act-file.ts';
import type { Judged } from './judge-claims.ts';

/** One value of one slider, all other parameters as in the act: whether each claim holds, by the claim's id. */
export interface Row {
  readonly parameter: string;
  readonly value: number;
  readonly holds: Readonly<Record<string, boolean>>;
  readonly estimates: Readonly<Record<string, number>>;
}

/** `levels/<act>/limits.json`. It is stale when the rules' version or a parameter has changed since. */
export interface Limits {
  readonly rules: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly seeds: number;
  readonly rows: readonly Row[];
}

/** No finite number stands for a ratio to nothing at all; JSON keeps it as null, and the page must say the same of both. */
function bound(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2) : '–';
}

/** A table of the claims at one set of parameters. */
export function describeFigures(judged: readonly Judged[], seeds: number): string {
  const lines = judged.map(({ claim, finding }) => {
    const { holds, estimate, lower, upper, threshold, share } = finding;
    const range = `${bound(lower)} … ${bound(upper)}`;
    const verdict = holds ? 'yes' : '**no**';
    return `| ${claim.sentence} | ${verdict} | ${bound(estimate)} ${claim.measure} | ${range} | > ${threshold} | ${(share * 100).toFixed(1)} % |`;
  });
  return [
    `Seeds 1 to ${seeds}, every bot on each.`,
    '',
    '| claim | holds | estimate | 99 % bound | needed | true of single seeds |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** One table for each slider: a row for each value, a column for each claim. */
export function describeLimits(limits: Limits, claims: readonly Claim[], workshop: readonly Slider[]): string {
  const tables = workshop.map(({ parameter, ...range }) => {
    const own = limits.parameters[parameter];
    const lines = valuesOf({ ...range }).map((value) => {
      const row = limits.rows.find((each) => each.parameter === parameter && each.value === value);
      if (row === undefined) throw new Error(`no row for ${parameter} ${value}`);
      const cells = claims.map(({ id }) => `${bound(row.estimates[id] ?? NaN)}${row.holds[id] ? '' : ' **stops**'}`);
      return `| ${value === own ? `**${value}** (the act)` : value} | ${cells.join(' | ')} |`;
    });
    return [
      `**\`${parameter}\`**`,
      '',
      `| value | ${claims.map(({ id }) => id).join(' | ')} |`,
      `|---|${claims.map(() => '---').join('|')}|`,
      ...lines,
    ].join('\n');
  });
  return [`${limits.seeds} seeds for each value.`, ...tables].join('\n\n');
}

/** The text between a block's marks. Throws if the page has no such block. */
export function readBlock(page: string, name: string): string {
  const [, rest] = page.split(`<!-- ${name}: written by scripts/claims-table.ts -->\n`);
  const [block] = rest?.split(`\n<!-- /${name} -->`) ?? [];
  if (rest === undefined || block === undefined) throw new Error(`the page has no block ${name}`);
  return block;
}

/** The page with the text between a block's marks replaced. Throws if the page has no such block. */
export function replaceBlock(page: string, name: string, text: string): string {
  return page.replace(`\n${readBlock(page, name)}\n<!-- /${name}`, () => `\n${text}\n<!-- /${name}`);
}

/** A page for an act that has none yet, with room for every block; the words round them are still to be written. */
export function beginPage(id: string, blocks: readonly string[]): string {
  return (
    [`# ${id}: what it claims, what it simplifies, how it is built`, ...blocks.map(emptyBlock)].join('\n\n') + '\n'
  );
}

/** Throws if the page lacks one of the blocks, and says what to write into it. */
export function checkBlocks(file: string, page: string, blocks: readonly string[]): void {
  for (const name of blocks)
    if (
      !page.includes(`<!-- ${name}: written by scripts/claims-table.ts -->\n`) ||
      !page.includes(`\n<!-- /${name} -->`)
    )
      throw new Error(`${file} has no room for the table “${name}”. Write there:\n${emptyBlock(name)}`);
}

function emptyBlock(name: string): string {
  return `<!-- ${name}: written by scripts/claims-table.ts -->\n\n<!-- /${name} -->`;
}
