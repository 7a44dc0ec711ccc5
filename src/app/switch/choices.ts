/** What one switch can choose on a page: everything that can be pressed, in groups as the page itself groups it. */
import type { ScanGroup } from '../../stage/input/scanning.ts';

/** A group of the page with its elements by the ids that the scanning knows them by. */
export interface PageGroup extends ScanGroup {
  readonly element: Element;
}

const PRESSABLE = 'a[href], button, input, select, summary';
const GROUPS = 'fieldset, section, form, nav, header, [role="group"], .sheet';

let given = 0;
const names = new WeakMap<Element, string>();
const elements = new Map<string, WeakRef<HTMLElement>>();

/** The same element always has the same name, so that the light stays where it is when the page is drawn anew. */
function nameOf(element: HTMLElement): string {
  const known = names.get(element);
  if (known !== undefined) return known;
  const name = `choice-${++given}`;
  names.set(element, name);
  elements.set(name, new WeakRef(element));
  return name;
}

/** The element of a name, if it still stands. */
export function findChoice(name: string): HTMLElement | null {
  const element = elements.get(name)?.deref();
  if (element?.isConnected) return element;
  elements.delete(name);
  return null;
}

function canBePressed(element: HTMLElement): boolean {
  if (element.closest('[inert], [aria-hidden="true"], .skip') || element.getAttribute('aria-disabled') === 'true')
    return false;
  if ('disabled' in element && element.disabled === true) return false;
  return element.checkVisibility();
}

/** An open dialog is all there is; else the page's content comes first and its tools last. */
export function listChoices(page: Document): readonly PageGroup[] {
  const dialog = [...page.querySelectorAll('dialog[open]')].at(-1);
  const content = page.querySelector('main') ?? page.body;
  const scope = dialog ? [...dialog.querySelectorAll<HTMLElement>(PRESSABLE)] : inOrder(page, content);
  const groups = new Map<Element, string[]>();
  for (const element of scope.filter(canBePressed)) {
    const around = element.closest(GROUPS) ?? dialog ?? content;
    const ids = groups.get(around) ?? [];
    ids.push(nameOf(element));
    groups.set(around, ids);
  }
  return [...groups].map(([element, ids]) => ({ group: nameOf(element as HTMLElement), ids, element }));
}

function inOrder(page: Document, content: Element): readonly HTMLElement[] {
  const all = [...page.querySelectorAll<HTMLElement>(PRESSABLE)];
  return [...all.filter((each) => content.contains(each)), ...all.filter((each) => !content.contains(each))];
}
