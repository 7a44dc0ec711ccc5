/**
 * Brings quiz items in from other tools, and out to them.
 *
 *   npm run items -- import './content/plain-faults.ts';
import FILE --idea IDEA [--tier soldier|general|marshal] [--language en] [--dry-run]
 *   npm run items -- export FILE [--idea IDEA] [--language en]
 *   npm run items -- statistics FILE... [--json]
 *
 * FILE is GIFT (`.txt`, `.gift`) or QTI 3 (an `.xml` file, a folder or a `.zip` to import; a `.zip` to export). What
 * one side cannot carry is listed. Statistics are drawn from files that players saved in the game's settings. Exit code: 0 when something passed, 1 when nothing did or a file cannot be read.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readOptions } from './options/read-options.ts';
import { LANGUAGES, type Language } from '../src/i18n/languages.ts';
import { TIERS, type Tier } from '../src/quiz/index.ts';
import { addToFolder, readFolder, readStructure } from './items/bank-folder.ts';
import { packQti, readXmlFiles } from './items/files.ts';
import { readGift } from './items/gift/read.ts';
import { writeGift } from './items/gift/write.ts';
import { readQti } from './items/qti/read.ts';
import { writeQti } from './items/qti/write.ts';
import { reportExports, writeReport } from './items/statistics.ts';
import type { Loss } from './items/worded-item.ts';

const BANK = resolve(import.meta.dirname, '..', 'levels', 'bank');
const USAGE = `npm run items -- import FILE --idea IDEA [--tier TIER] [--language LANGUAGE] [--dry-run]
npm run items -- export FILE [--idea IDEA] [--language LANGUAGE]
npm run items -- statistics FILE... [--json]`;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function isGift(file: string): boolean {
  return /\.(txt|gift)$/.test(file);
}

function report(passed: number, losses: readonly Loss[]): void {
  for (const { item, what, reason } of losses) console.log(`${what}: ${item}: ${reason}`);
  const out = new Set(losses.filter(({ what }) => what === 'left out').map(({ item }) => item)).size;
  console.log(`${passed} passed, ${out} left out`);
  if (passed === 0) process.exitCode = 1;
}

function importFile(file: string, idea: string, tier: Tier, language: Language, isDry: boolean): void {
  const taken = new Set(
    readdirSync(BANK).flatMap((each) => readFolder(BANK, each, language).items.map(({ item }) => item.id)),
  );
  const read = isGift(file)
    ? readGift(readFileSync(file, 'utf8'), { idea, tier })
    : readQti(readXmlFiles(file), { idea, tier });
  const fresh = read.items.filter(({ item }) => !taken.has(item.id));
  const known: Loss[] = read.items
    .filter(({ item }) => taken.has(item.id))
    .map(({ item }) => ({ item: item.id, what: 'left out', reason: 'an item of this name is in the bank already' }));
  if (!isDry && fresh.length > 0) addToFolder(BANK, idea, language, fresh);
  report(fresh.length, [...read.losses, ...known]);
  if (!isDry && fresh.length > 0) console.log(`written to levels/bank/${idea}; npm run content says what is missing`);
}

function exportFile(file: string, ideas: readonly string[], language: Language): void {
  const items = ideas.flatMap((idea) => readFolder(BANK, idea, language).items);
  if (isGift(file)) {
    const { text, losses } = writeGift(items);
    writeFileSync(file, text);
    return report(items.length - losses.filter(({ what }) => what === 'left out').length, losses);
  }
  const losses: Loss[] = [];
  const written = items.flatMap((worded) => {
    const text = writeQti(worded, language, losses);
    return text === null ? [] : [[worded.item.id, text] as const];
  });
  writeFileSync(file, packQti(Object.fromEntries(written)));
  report(written.length, losses);
}

function showStatistics(files: readonly string[], isJson: boolean): void {
  const bank = readdirSync(BANK).flatMap((each) => readStructure(BANK, each));
  const reports = reportExports(bank, files);
  console.log(isJson ? JSON.stringify(reports, null, 2) : writeReport(reports));
}

const { positionals, values } = readOptions({
  allowPositionals: true,
  options: {
    idea: { type: 'string' },
    tier: { type: 'string', default: 'soldier' },
    language: { type: 'string', default: 'en' },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const [command, file] = positionals;
const language = LANGUAGES.find((each) => each === values.language) ?? fail(`no such language: ${values.language}`);
const tier = TIERS.find((each) => each === values.tier) ?? fail(`no such tier: ${values.tier}`);
const { idea } = values;
if (file === undefined) fail(USAGE);
if (idea !== undefined && !existsSync(join(BANK, idea))) fail(`no such idea: ${idea}`);
try {
  if (command === 'import')
    importFile(file, idea ?? fail(`--idea is missing\n${USAGE}`), tier, language, values['dry-run']);
  else if (command === 'statistics') showStatistics(positionals.slice(1), values.json);
  else if (command === 'export' && (isGift(file) || file.endsWith('.zip')))
    exportFile(file, idea === undefined ? readdirSync(BANK) : [idea], language);
  else fail(USAGE);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
