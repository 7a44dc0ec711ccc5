import { checkResponse, scoreResponse, type Item, type Response } from '../../quiz/index.ts';

/** Between an option and the place that it was given, in a name of `item_option`. */
const AT = '=';

/**
 * What an answer took, as it is counted in `item_option`: the options chosen; of a true-false-reason also `true` or
 * `false`; of an estimate the side it fell on (`low`, `right`, `high`); of matching and sorting `option=place`, of a
 * cloze `word=gap`, of an ordering `option=1` and so on. Nothing when the response does not fit the item, as one may
 * that was given to an earlier edition of it.
 */
export function listTaken(item: Item, response: Response): readonly string[] {
  if (checkResponse(item, response) !== null) return [];
  switch (item.kind) {
    case 'estimate':
      return [scoreResponse(item, response).options.find(({ chosen }) => chosen)?.option ?? 'right'];
    case 'matching':
    case 'sorting':
      return item.options.map((option, at) => `${option}${AT}${response[at]}`);
    case 'cloze':
      return item.gaps.map((gap, at) => `${response[at]}${AT}${gap}`);
    case 'ordering':
      return response.map((option, at) => `${option}${AT}${at + 1}`);
    case 'single-choice':
    case 'multiple-response':
    case 'true-false-reason':
    case 'graded-judgement':
      return [...new Set(response)];
  }
}

/** Whether what was taken is right, by the item's key; `taken` is a name that `listTaken` gives. */
export function isTakenRight(item: Item, taken: string): boolean {
  const [option = '', place = ''] = taken.split(AT);
  switch (item.kind) {
    case 'single-choice':
      return item.key === option;
    case 'multiple-response':
      return item.key.includes(option);
    case 'true-false-reason':
      return option === String(item.key.verdict) || option === item.key.reason;
    case 'graded-judgement':
      return item.key[option] === 'marshal';
    case 'estimate':
      return option === 'right';
    case 'matching':
    case 'sorting':
      return item.key[option] === place;
    case 'cloze':
      return item.key[place] === option;
    case 'ordering':
      return item.key[Number(place) - 1] === option;
  }
}
