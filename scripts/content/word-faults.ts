/** Puts the faults of one slip together: a wrong id is one thing to mend, however many words hang on it. */
import { wantedTexts, type ContentFault, type Item } from '../../src/quiz/index.ts';

/** What hangs on an id that one of the two files lacks becomes one fault; all others stay as they are. */
export function gatherByItem(faults: readonly ContentFault[], items: readonly Item[]): readonly ContentFault[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const gathered: ContentFault[] = [];
  const told = new Set<string>();
  for (const fault of faults) {
    const id = fault.path.split('.')[1] ?? '';
    const item = byId.get(id);
    const lacking = faults.filter(({ path, reason }) => path.startsWith(`items.${id}.`) && reason === MISSING).length;
    if (item === undefined ? id === '' : lacking < wantedTexts(item).size) {
      gathered.push(fault);
      continue;
    }
    if (told.has(id)) continue;
    told.add(id);
    const reason = item === undefined ? STRANGE : 'has no words here: is the id the same as in items.json?';
    gathered.push({ file: fault.file, path: `items.${id}`, reason });
  }
  return gathered;
}

const MISSING = 'the text is missing';
const STRANGE = 'is no item of items.json: is the id the same there?';
