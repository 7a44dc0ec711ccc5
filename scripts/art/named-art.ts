/**
 * Finds drawings that cost bytes and are never seen: frames of a sheet whose name nothing in the scenes' code can make.
 * A name is made by a string of the code, or by a template whose holes are filled with numbers, with strings of the same
 * code or with templates again. Types are not code. So what is found is dead for certain; a frame whose name could be
 * put together by chance is not found.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import type { PartSource, RigSource } from '../../src/stage/rig/rig.ts';
import { ROOT } from './palette.ts';
import { readSheets, type SheetSource } from './sheets.ts';

/** What a room of code can say. */
export interface Words {
  /** Its strings, and the names of its properties. */
  readonly said: ReadonlySet<string>;
  /** The fixed parts of its templates; between two of them is a hole. */
  readonly templates: readonly (readonly string[])[];
}

/** A template in a template in a template: deeper than any name is made. */
const DEEPEST = 3;

/** Whether the words can make a name. */
export function canMake(words: Words, name: string, depth = DEEPEST): boolean {
  if (words.said.has(name) || /^\d+$/.test(name)) return true;
  return depth > 0 && words.templates.some((fixed) => canFill(words, fixed, name, depth - 1));
}

function canFill(words: Words, [first = '', ...rest]: readonly string[], name: string, depth: number): boolean {
  if (!name.startsWith(first)) return false;
  const left = name.slice(first.length);
  const next = rest[0];
  if (next === undefined) return left === '';
  for (let end = 0; end <= left.length; end++) {
    const isFixed = rest.length === 1 ? left.slice(end) === next : left.startsWith(next, end);
    if (isFixed && canFill(words, rest, left.slice(end), depth) && canMake(words, left.slice(0, end), depth))
      return true;
  }
  return false;
}

/** Reads the words of some code. Throws when it is no TypeScript. */
export function readWords(sources: readonly string[]): Words {
  const said = new Set<string>();
  const templates: (readonly string[])[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, ...fields } = node as Readonly<Record<string, unknown>>;
    if (typeof type === 'string' && type.startsWith('TS') && !SAYING.has(type)) return;
    if (type === 'Literal' && typeof fields['value'] === 'string') said.add(fields['value']);
    if (type === 'TemplateLiteral') {
      const quasis = fields['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
      if (quasis.length === 1) said.add(quasis[0]?.value.cooked ?? '');
      else templates.push(quasis.map(({ value }) => value.cooked));
    }
    if (type === 'Property') {
      const key = fields['key'] as { readonly type: string; readonly name?: string };
      if (key.type === 'Identifier' && key.name !== undefined) said.add(key.name);
    }
    for (const field of Object.values(fields)) visit(field);
  };
  for (const source of sources) {
    const { program, errors } = parseSync('scene.ts', source);
    if (errors.length > 0) throw new Error(errors[0]?.message);
    visit(program.body);
  }
  return { said, templates };
}

/** Wrappings of the type system round what is code all the same. */
const SAYING = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSTypeAssertion']);

/** Every frame of the sheets that no scene can name, as `sheet: frame`. */
export function findUnnamed(): readonly string[] {
  return readSheets().flatMap((sheet) => {
    const words = readWords(readCode(sheet.name));
    return [...findInSets(sheet, words), ...findInPuppets(sheet, words)].map((frame) => `${sheet.name}: ${frame}`);
  });
}

function findInSets({ sets }: SheetSource, words: Words): readonly string[] {
  return sets.flatMap((set) => {
    const frames = Object.keys(readJson(`assets/sets/${set}/set.json`) as Readonly<Record<string, unknown>>);
    return frames.map((frame) => `${set}/${frame}`).filter((name) => !canMake(words, name));
  });
}

/** A puppet is seen when its rig is fetched; a dye and a part that is hidden at first, when they are named; a piece, in any of its parts. */
function findInPuppets({ puppets = [] }: SheetSource, words: Words): readonly string[] {
  return puppets.flatMap((puppet) => {
    const { dyes, parts } = readJson(`assets/puppets/${puppet}/rig.json`) as RigSource;
    if (![...words.said].some((each) => each.endsWith(`/puppets/${puppet}/rig.json`))) return [`puppet ${puppet}`];
    const isShown = ({ shown, name }: PartSource): boolean => shown !== false || canMake(words, name);
    const shown = new Set(parts.filter(isShown).map(({ frame }) => frame));
    return [
      ...Object.keys(dyes)
        .filter((dye) => !canMake(words, dye))
        .map((dye) => `puppet ${puppet} in ${dye}`),
      ...new Set(parts.map(({ frame }) => frame).filter((frame) => frame !== '' && !shown.has(frame))),
    ];
  });
}

/** The code that can show a sheet: the theatre's and the act's own, or that of all acts for a sheet of the house. */
function readCode(sheet: string): readonly string[] {
  const acts = readdirSync(join(ROOT, 'src/acts'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const folders = acts.includes(sheet) ? [`src/acts/${sheet}`] : acts.map((act) => `src/acts/${act}/stage`);
  const isOther = (file: string): boolean => sheet !== 'muster' && file.includes('src/stage/muster/');
  return ['src/stage', ...folders]
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, folder, file)),
    )
    .filter((file) => file.endsWith('.ts') && !isOther(file.replaceAll('\\', '/')))
    .map((file) => readFileSync(file, 'utf8'));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}
