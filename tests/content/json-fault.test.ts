import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../scripts/content/json-fault.ts';

const faultOf = (text: string): string => {
  expect(isJson(text)).toBe(false);
  const { line, reason } = findJsonFault(text);
  return `line ${line}: ${reason}`;
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('a file that is no JSON', () => {
  it.each([
    ['{\n  "a": 1\n  "b": 2\n}', 'line 2: a comma is missing at the end of this line'],
    ['{\n  "a": "x",\n  "b": [\n    1\n    2\n  ]\n}', 'line 4: a comma is missing at the end of this line'],
    ['{\n  "a": {\n    "b": 1\n  }\n  "c": 2\n}', 'line 4: a comma is missing at the end of this line'],
    ['{\n  "a": 1,\n}', 'line 2: the comma is one too many: nothing follows it before the }'],
    ['{\n  "a": 1,,\n  "b": 2\n}', 'line 2: a comma is one too many'],
    ['{\n  “a”: 1\n}', 'line 2: the quotation mark “ is a typographic one: write the straight "'],
    ['{\n  "a": «b»\n}', 'line 2: the quotation mark « is a typographic one: write the straight "'],
    [
      '{\n  "a": "he "said" so"\n}',
      'line 2: the text ends too early: within a text, write “ and ” instead of ", or put a backslash before it (\\")',
    ],
    ['{\n  "a": "b,\n  "c": 1\n}', 'line 2: the text that begins on this line has no quotation mark at its end'],
    ['{\n  "a" 1\n}', 'line 2: a colon is missing after the name'],
    ['{\n  "a": 0,8\n}', 'line 2: a number is written with a point: 0.8, not 0,8'],
    ['{\n  "a": [\n    1\n  }\n}', 'line 4: a } stands where the ] of line 2 must come first'],
    ['{\n  "a": [1, 2]\n', 'line 1: the bracket that opens here is never closed: a } is missing'],
    ['{ "a": 1 }\n}', 'line 2: something stands behind the end: a bracket is one too many before it'],
    ['{\n  // a remark\n  "a": 1\n}', 'line 2: no remarks can stand in this file'],
    ['{ "a": True }', 'line 1: a value must come here, not T'],
    ['{ "a": "C:\\d" }', 'line 1: a backslash stands within a text: write two of them (\\\\)'],
    ['', 'line 1: the file ends too early'],
  ])('is told by its line and what to do there: %j', (text, told) => expect(faultOf(text)).toBe(told));

  it('may have the invisible mark of another system before it', () => {
    expect(faultOf('\uFEFF{ "a": 1 }')).toMatch(/^line 1: begins with an invisible mark/);
  });

  it('is found whatever is torn out of it', () => {
    const whole = JSON.stringify({ items: [{ id: 'a', text: 'x "y" z', list: [1, -2.5e3, true, null] }] }, null, 2);
    const torn = Array.from(whole, (_sign, at) => whole.slice(0, at) + whole.slice(at + 1)).filter(
      (text) => !isJson(text),
    );
    expect(torn.length).toBeGreaterThan(20);
    for (const text of torn) {
      const { line, reason } = findJsonFault(text);
      expect(reason, text).not.toBe('is no JSON');
      expect(line).toBeLessThanOrEqual(text.split('\n').length);
    }
  });
});
