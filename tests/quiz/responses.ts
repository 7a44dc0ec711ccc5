import * as fc from 'fast-check';
import type { Item, Response } from '../../src/quiz/index.ts';

const places = (item: { readonly options: readonly string[]; readonly places: readonly string[] }) =>
  fc.tuple(...item.options.map(() => fc.constantFrom(...item.places)));

/** Any answer that fits the item. */
export function responses(item: Item): fc.Arbitrary<Response> {
  switch (item.kind) {
    case 'single-choice':
    case 'graded-judgement':
      return fc.constantFrom(...item.options).map((option) => [option]);
    case 'multiple-response':
      return fc.subarray([...item.options], { minLength: 1 });
    case 'true-false-reason':
      return fc.tuple(fc.constantFrom('true', 'false'), fc.constantFrom(...item.options));
    case 'ordering':
      return fc.shuffledSubarray([...item.options], { minLength: item.options.length });
    case 'matching':
      return fc.shuffledSubarray([...item.places], { minLength: item.options.length, maxLength: item.options.length });
    case 'sorting':
      return places(item);
    case 'estimate': {
      const { min, max, step } = item.range;
      return fc.integer({ min: 0, max: Math.round((max - min) / step) }).map((n) => [String(min + n * step)]);
    }
    case 'cloze':
      return fc.shuffledSubarray([...item.options], { minLength: item.gaps.length, maxLength: item.gaps.length });
  }
}
