import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, dyed } from './palette.ts';

/** A drawing as it is checked in: what is inside the svg element, and the box it lies in. User 0,0 is the pivot. */
export interface Drawing {
  readonly inner: string;
  readonly defs: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Reads `assets/<path>.svg` and dyes it. */
export function readDrawing(path: string, dye: Readonly<Record<string, string>> = {}): Drawing {
  const text = readFileSync(join(ROOT, 'assets', `${path}.svg`), 'utf8');
  const box = /viewBox="([^"]+)"/.exec(text)?.[1]?.split(/[ ,]+/).map(Number);
  const [x, y, width, height] = box ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    throw new Error(`${path}.svg has no viewBox`);
  const body = text.slice(text.indexOf('>', text.indexOf('<svg')) + 1, text.lastIndexOf('</svg>'));
  const defs = /<defs>([\s\S]*?)<\/defs>/.exec(body)?.[1] ?? '';
  const inner = body.replace(/<defs>[\s\S]*?<\/defs>/, '').replace(/<title>[\s\S]*?<\/title>/, '');
  return { inner: dyed(inner, dye), defs: dyed(defs, dye), x, y, width, height };
}
