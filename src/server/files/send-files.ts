import type { Context, MiddlewareHandler } from 'hono';

import { parseByteRange } from './byte-range.ts';
import { CODINGS, type Catalogue, type CodingName, type ServedFile } from './catalogue.ts';

const FOR_GOOD = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** Answers GET and HEAD for the files of the build; everything else goes on to the next handler. */
export function sendFiles(catalogue: Catalogue): MiddlewareHandler {
  return async (context, next) => {
    const file = catalogue.get(context.req.path);
    if (file === undefined || !isReading(context)) return next();
    return sendFile(context, file);
  };
}

/**
 * Answers every address of the app with its one page. Addresses that look like a file, or that belong to the API,
 * are not the app's: they stay not found, so that a missing script is never answered with HTML.
 */
export function sendPage(catalogue: Catalogue): MiddlewareHandler {
  return async (context, next) => {
    const page = catalogue.get('/index.html');
    if (page === undefined || !isReading(context) || !isAddressOfApp(context.req.path)) return next();
    return sendFile(context, page);
  };
}

function isReading(context: Context): boolean {
  return context.req.method === 'GET' || context.req.method === 'HEAD';
}

function isAddressOfApp(path: string): boolean {
  const parts = path.split('/');
  return !['api', 'assets', 'healthz', 'readyz'].includes(parts[1] ?? '') && !(parts.at(-1) ?? '').includes('.');
}

/** Sends one file, whole, in part, compressed, or as "not modified". */
function sendFile(context: Context, file: ServedFile): Response {
  const headers = new Headers({
    'Content-Type': file.type,
    'Cache-Control': file.hashed ? FOR_GOOD : ASK_AGAIN,
  });
  const isCodable = Object.keys(file.coded).length > 0;
  if (isCodable) headers.set('Vary', 'Accept-Encoding');
  else headers.set('Accept-Ranges', 'bytes');

  const coding = isCodable ? chooseCoding(context.req.header('Accept-Encoding'), file) : undefined;
  const etag = coding === undefined ? file.etag : file.etag.replace(/"$/, `-${coding}"`);
  headers.set('ETag', etag);
  if (matchesEtag(context.req.header('If-None-Match'), etag)) return new Response(null, { status: 304, headers });

  const body = coding === undefined ? file.bytes : (file.coded[coding] ?? file.bytes);
  if (coding !== undefined) headers.set('Content-Encoding', coding);
  const range = isCodable ? 'none' : askedRange(context, file);
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${body.length}`);
    return new Response(null, { status: 416, headers });
  }
  if (range === 'none') return answer(context, 200, headers, body);
  headers.set('Content-Range', `bytes ${range.first}-${range.last}/${body.length}`);
  return answer(context, 206, headers, body.subarray(range.first, range.last + 1));
}

function askedRange(context: Context, file: ServedFile): ReturnType<typeof parseByteRange> {
  const condition = context.req.header('If-Range');
  if (condition !== undefined && condition !== file.etag) return 'none';
  return parseByteRange(context.req.header('Range'), file.bytes.length);
}

function answer(context: Context, status: number, headers: Headers, body: Buffer): Response {
  headers.set('Content-Length', String(body.length));
  return new Response(context.req.method === 'HEAD' ? null : new Uint8Array(body), { status, headers });
}

/** The best coding that the browser accepts and the build has made; none when it accepts none of them. */
function chooseCoding(header: string | undefined, file: ServedFile): CodingName | undefined {
  const accepted = new Map<string, number>();
  for (const part of (header ?? '').split(',')) {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined);
    accepted.set(name.trim(), weight === undefined ? 1 : Number(weight));
  }
  const made = CODINGS.filter(({ name }) => file.coded[name] !== undefined);
  return made.find(({ name }) => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0)?.name;
}

function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag);
}
