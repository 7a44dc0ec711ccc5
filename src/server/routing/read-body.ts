import type { GenericSchema } from 'valibot';
import * as v from 'valibot';

import { Refusal } from './refusal.ts';

/** Most bytes of a body when its route does not say. */
export const MOST_BYTES = 16 * 1024;
/** A detail names the first places that are wrong, not all of a long list. */
const MOST_ISSUES = 3;

/**
 * Reads a JSON body and checks its form.
 *
 * @throws Refusal `tooLarge` before the rest is read; `badRequest` when it is not JSON or not of the form
 */
export async function readBody<Body>(
  request: Request,
  schema: GenericSchema<unknown, Body>,
  mostBytes = MOST_BYTES,
): Promise<Body> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new Refusal('badRequest', 'the content type must be application/json');
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge(mostBytes);
  const read = v.safeParse(schema, parse(await readBytes(request, mostBytes)));
  if (read.success) return read.output;
  throw new Refusal('badRequest', read.issues.slice(0, MOST_ISSUES).map(sayIssue).join('; '));
}

async function readBytes(request: Request, mostBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (reader === undefined || done) return Buffer.concat(parts);
    length += value.length;
    if (length > mostBytes) {
      await reader.cancel();
      throw tooLarge(mostBytes);
    }
    parts.push(value);
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('badRequest', 'the body is not JSON in UTF-8');
  }
}

function tooLarge(mostBytes: number): Refusal {
  return new Refusal('tooLarge', `at most ${mostBytes} bytes`);
}

/** Where, and what was expected there; never what was sent. */
function sayIssue(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? 'body'}: ${issue.expected ?? issue.type}`;
}
