import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseSync, Visitor, type ESTree } from 'vite';

import type { Problem } from './problem.ts';

/** Attributes whose value a player sees or hears. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);

const LETTER = /\p{Letter}/u;

/** What a source file says and asks for. */
export interface CodeTexts {
  readonly problems: readonly Problem[];
  /** Every string literal, and the beginning of every template with holes. */
  readonly literals: readonly string[];
  readonly beginnings: readonly string[];
  /** Keys that stand alone in a reference to a text: `{ key: 'tools.group' }`. */
  readonly asked: readonly Asked[];
}

export interface Asked {
  readonly file: string;
  readonly key: string;
}

/**
 * Reads one source file: finds words that players would see but no language file holds, and collects the strings
 * that may name texts.
 */
export function readCode(file: string, source: string): CodeTexts {
  const { program, errors } = parseSync(file, source);
  const problems: Problem[] = errors.map(({ message }) => ({ file, at: 'the whole file', reason: message }));
  const literals: string[] = [];
  const beginnings: string[] = [];
  const asked: Asked[] = [];
  const report = (start: number, words: string): void => {
    const line = source.slice(0, start).split('\n').length;
    problems.push({
      file,
      at: `line ${line}`,
      reason: `has words that belong into a language file: “${words.trim()}”`,
    });
  };
  const checkChildren = (children: readonly ESTree.JSXChild[]): void => {
    for (const child of children) {
      if (child.type !== 'JSXExpressionContainer' || child.expression.type !== 'Literal') continue;
      const { value } = child.expression;
      if (typeof value === 'string' && LETTER.test(value)) report(child.start, value);
    }
  };
  new Visitor({
    JSXText({ value, start }) {
      if (LETTER.test(value)) report(start, value);
    },
    JSXAttribute({ name, value, start }) {
      if (value?.type !== 'Literal' || typeof value.value !== 'string') return;
      if (name.type === 'JSXIdentifier' && SPOKEN.has(name.name) && LETTER.test(value.value))
        report(start, value.value);
    },
    JSXElement({ children }) {
      checkChildren(children);
    },
    JSXFragment({ children }) {
      checkChildren(children);
    },
    Property({ key, value }) {
      const isKey = key.type === 'Identifier' && key.name === 'key';
      if (isKey && value.type === 'Literal' && typeof value.value === 'string' && value.value.includes('.'))
        asked.push({ file, key: value.value });
    },
    Literal({ value }) {
      if (typeof value === 'string') literals.push(value);
    },
    TemplateLiteral({ quasis }) {
      const first = quasis[0]?.value.cooked ?? '';
      if (quasis.length === 1) literals.push(first);
      else beginnings.push(first);
    },
  }).visit(program);
  return { problems, literals, beginnings, asked };
}

/** Reads every source file under a folder. */
export function readAllCode(root: string, folder: string): CodeTexts {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const all = files.map((path) => {
    const file = path.slice(root.length + 1).replaceAll('\\', '/');
    return readCode(file, readFileSync(path, 'utf8'));
  });
  return {
    problems: all.flatMap(({ problems }) => problems),
    literals: all.flatMap(({ literals }) => literals),
    beginnings: all.flatMap(({ beginnings }) => beginnings),
    asked: all.flatMap(({ asked }) => asked),
  };
}
