/**
 * Who may import whom (see docs/architecture.md). The rooms are read from the folders, the arrows from the imports
 * themselves. There is no list of exceptions, and there must never be one: move the code instead.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCE = join(ROOT, 'src');

/** For each room: the rooms it may import besides itself, and the npm packages. `*` stands for one act. */
const ROOMS: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  kernel: { rooms: [], packages: ['simple-statistics', 'valibot'] },
  quiz: { rooms: ['kernel'], packages: ['simple-statistics', 'valibot'] },
  'acts/*/rules': { rooms: ['kernel'], packages: ['valibot'] },
  wire: { rooms: ['kernel', 'quiz'], packages: ['valibot'] },
  player: { rooms: ['kernel', 'quiz', 'acts/*/rules', 'wire'], packages: ['idb', 'zustand', 'valibot', 'ts-fsrs'] },
  server: {
    rooms: ['kernel', 'quiz', 'acts/*/rules', 'wire'],
    packages: [
      'hono',
      '@hono/node-server',
      'valibot',
      'kysely',
      'pg',
      '@electric-sql/pglite',
      'pino',
      '@simplewebauthn/server',
      'openid-client',
      'node:',
    ],
  },
  stage: { rooms: ['kernel'], packages: ['phaser'] },
  'acts/*/stage': { rooms: ['kernel', 'stage', 'acts/*/rules'], packages: ['phaser'] },
  sound: { rooms: ['kernel'], packages: ['howler'] },
  i18n: { rooms: ['kernel'], packages: ['i18next', 'zustand'] },
  app: {
    rooms: ['kernel', 'quiz', 'acts/*/rules', 'acts/*/stage', 'player', 'stage', 'sound', 'i18n', 'wire'],
    packages: ['preact', 'zustand', 'wouter', 'i18next', 'valibot', '@dnd-kit/dom', 'uqr', 'workbox-window'],
  },
  team: {
    rooms: ['kernel', 'quiz', 'acts/*/rules', 'wire', 'stage', 'i18n', 'app'],
    packages: ['preact', 'zustand', 'wouter', 'valibot', 'uplot', '@simplewebauthn/browser'],
  },
  kiosk: {
    rooms: ['kernel', 'quiz', 'acts/*/rules', 'acts/*/stage', 'player', 'wire', 'stage', 'sound', 'i18n', 'app'],
    packages: ['preact', 'zustand', 'valibot', 'idb'],
  },
  'main.tsx': { rooms: ['app', 'team', 'kiosk'], packages: [] },
};
/** The rooms whose outcome must be the same in every engine. */
const PURE = new Set(['kernel', 'quiz', 'acts/*/rules', 'wire']);
/** The only parts of `Math` that give the same bits everywhere (practice: five engines compared). */
const SAME_EVERYWHERE = new Set('sqrt floor ceil trunc round abs sign min max imul fround'.split(' '));
const NOT_DETERMINED = new Set(
  'Date performance Intl crypto setTimeout setInterval window document navigator process'.split(' '),
);
/** What draws, sounds or drags, and the bank of questions: the page's first load must not reach them. */
const HEAVY = /^(phaser|howler|@dnd-kit\/.*|ts-fsrs|virtual:bank\/.*)$/;

interface Import {
  readonly target: string;
  /** Type-only imports vanish, dynamic ones load later; neither counts for what the page's entry carries. */
  readonly carried: boolean;
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

interface SyntaxNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function walk(node: SyntaxNode, visit: (node: SyntaxNode, parent: SyntaxNode | null) => void): void {
  const go = (at: SyntaxNode, parent: SyntaxNode | null): void => {
    visit(at, parent);
    for (const field of Object.values(at)) {
      const children: readonly unknown[] = Array.isArray(field) ? field : [field];
      for (const child of children) if (isNode(child)) go(child, at);
    }
  };
  go(node, null);
}

function parse(file: string): SyntaxNode {
  const parsed = parseSync(file, readFileSync(file, 'utf8'));
  if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]?.message}`);
  return parsed.program as unknown as SyntaxNode;
}

function nameOf(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' ? String(value['name']) : undefined;
}

function literal(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : undefined;
}

/** The target of an `import()`; of a template the text with `*` for what is filled in, as a glob has it. */
function target(value: unknown): string | undefined {
  if (!isNode(value) || value.type !== 'TemplateLiteral') return literal(value);
  const parts = (value['quasis'] as { readonly value: { readonly cooked: string } }[]).map((part) => part.value.cooked);
  return parts.join('*');
}

function readImports(file: string, program: SyntaxNode): Import[] {
  const found: Import[] = [];
  const add = (target: string | undefined, carried: boolean): void => {
    if (target !== undefined) found.push({ target, carried });
  };
  walk(program, (node) => {
    if (node.type === 'ImportDeclaration') {
      const names = (node['specifiers'] as SyntaxNode[] | undefined) ?? [];
      const onlyTypes =
        node['importKind'] === 'type' || (names.length > 0 && names.every((name) => name['importKind'] === 'type'));
      add(literal(node['source']), !onlyTypes);
    } else if (node.type === 'ExportAllDeclaration' || node.type === 'ExportNamedDeclaration') {
      add(literal(node['source']), node['exportKind'] !== 'type');
    } else if (node.type === 'ImportExpression') {
      const asked = target(node['source']);
      if (asked === undefined) throw new Error(`${file}: import() of something that cannot be read here`);
      add(asked, false);
    } else if (node.type === 'CallExpression' && isNode(node['callee'])) {
      const callee = node['callee'];
      const ofImportMeta = isNode(callee['object']) && callee['object'].type === 'MetaProperty';
      if (ofImportMeta && nameOf(callee['property']) === 'glob') {
        const [first, options] = node['arguments'] as SyntaxNode[];
        const patterns = first?.type === 'ArrayExpression' ? (first['elements'] as unknown[]) : [first];
        const eager = JSON.stringify(options ?? '').includes('"eager"');
        // A pattern with an exclamation mark takes files away and brings none.
        for (const pattern of patterns) if (!literal(pattern)?.startsWith('!')) add(literal(pattern), eager);
      }
    }
  });
  return found;
}

function roomOf(path: string): string {
  const parts = relative(SOURCE, path).split(sep);
  return parts[0] === 'acts' ? `acts/*/${parts[2]}` : (parts[0] as string);
}

function actOf(path: string): string | undefined {
  const parts = relative(SOURCE, path).split(sep);
  return parts[0] === 'acts' ? parts[1] : undefined;
}

const files = listSources(SOURCE);
const programs = new Map(files.map((file) => [file, parse(file)]));
const imports = new Map([...programs].map(([file, program]) => [file, readImports(file, program)]));

/** Says what is wrong with one import, or nothing. */
function judge(file: string, target: string): string | undefined {
  const room = roomOf(file);
  const rules = ROOMS[room];
  if (rules === undefined) return `the room ${room} is not in the table`;
  if (!/^[./]/.test(target)) {
    if (target.startsWith('virtual:')) return PURE.has(room) ? 'a pure room needs the build' : undefined;
    const allowed = rules.packages.some(
      (name) => target === name || target.startsWith(`${name}/`) || (name.endsWith(':') && target.startsWith(name)),
    );
    return allowed ? undefined : `${room} may not use the package ${target}`;
  }
  const bare = target.replace(/\?.*$/, '');
  // A leading slash is the page's root, which is the repository's.
  const path = bare.startsWith('/') ? join(ROOT, bare) : resolve(dirname(file), bare);
  if (!path.startsWith(SOURCE + sep)) {
    const outside = relative(ROOT, path).split(sep)[0];
    if (outside === 'levels') return undefined;
    if (outside === 'assets') return PURE.has(room) ? `the pure room ${room} may not use assets` : undefined;
    return `${room} may not leave src for ${relative(ROOT, path)}`;
  }
  const other = roomOf(path);
  const own = actOf(file);
  const theirs = actOf(path);
  if (own !== undefined && theirs !== undefined && own !== theirs)
    return `the act ${own} may not use the act ${theirs}`;
  if (own === undefined && theirs !== undefined && theirs !== '*')
    return `${room} names the act ${theirs}; acts are found, not named`;
  if (other === room || rules.rooms.includes(other)) return undefined;
  return `${room} may not import ${other} (${relative(SOURCE, path)})`;
}

describe('boundaries', () => {
  it('finds the rooms', () => {
    expect(files.length).toBeGreaterThan(20);
    for (const room of ['kernel', 'acts/*/rules', 'stage', 'player', 'app', 'server'])
      expect(new Set(files.map(roomOf)), room).toContain(room);
  });

  it('lets nobody import what they may not know', () => {
    const wrong: string[] = [];
    for (const [file, targets] of imports) {
      for (const { target } of targets) {
        const complaint = judge(file, target);
        if (complaint !== undefined) wrong.push(`${relative(ROOT, file)}: ${complaint}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keeps what draws and sounds out of the page that opens first', () => {
    const reached = new Map<string, string>();
    const queue = [join(SOURCE, 'main.tsx')];
    const heavy: string[] = [];
    while (queue.length > 0) {
      const file = queue.pop() as string;
      for (const { target, carried } of imports.get(file) ?? []) {
        if (!carried) continue;
        if (HEAVY.test(target)) heavy.push(`${relative(ROOT, file)} → ${target}`);
        const path = resolve(dirname(file), target);
        if (target.startsWith('.') && programs.has(path) && !reached.has(path)) {
          reached.set(path, file);
          queue.push(path);
        }
      }
    }
    expect(reached.size).toBeGreaterThan(5);
    expect(heavy).toEqual([]);
    expect([...reached.keys()].filter((file) => roomOf(file) === 'acts/*/stage').map((f) => relative(ROOT, f))).toEqual(
      [],
    );
  });

  it('lets pure rooms use only mathematics that every engine agrees on', () => {
    const wrong: string[] = [];
    for (const [file, program] of programs) {
      if (!PURE.has(roomOf(file))) continue;
      walk(program, (node, parent) => {
        const say = (what: string): void => void wrong.push(`${relative(ROOT, file)}: ${what}`);
        if (node.type === 'BinaryExpression' && node['operator'] === '**') say('**');
        if (node.type === 'AssignmentExpression' && node['operator'] === '**=') say('**=');
        const name = nameOf(node);
        const isProperty =
          parent?.type === 'MemberExpression' && parent['property'] === node && parent['computed'] !== true;
        const isKey = parent?.type === 'Property' && parent['key'] === node && parent['shorthand'] !== true;
        const inType = parent !== null && parent.type.startsWith('TS');
        if (name === undefined || isProperty || isKey || inType) return;
        if (NOT_DETERMINED.has(name)) say(name);
        if (name !== 'Math') return;
        const member = parent?.type === 'MemberExpression' ? nameOf(parent['property']) : undefined;
        if (member === undefined || !SAME_EVERYWHERE.has(member)) say(`Math.${member ?? '?'}`);
      });
    }
    expect(wrong).toEqual([]);
  });

  it('would notice', () => {
    const kernel = join(SOURCE, 'kernel', 'example.ts');
    expect(judge(kernel, '../player/index.ts')).toMatch(/may not import player/);
    expect(judge(kernel, 'phaser')).toMatch(/may not use the package/);
    expect(judge(join(SOURCE, 'app', 'main.tsx'), '../acts/duck-pond/rules/index.ts')).toMatch(/found, not named/);
    expect(judge(join(SOURCE, 'acts', 'one', 'rules', 'a.ts'), '../../two/rules/a.ts')).toMatch(/may not use the act/);
    const sample = parseSync(
      'a.ts',
      'import type { A } from "./b.ts"; export * from "./c.ts"; import.meta.glob("./*.ts"); import(`./${"d"}/e.ts`)',
    );
    const seen = readImports('a.ts', sample.program as unknown as SyntaxNode);
    expect(seen).toEqual([
      { target: './b.ts', carried: false },
      { target: './c.ts', carried: true },
      { target: './*.ts', carried: false },
      { target: './*/e.ts', carried: false },
    ]);
  });
});
