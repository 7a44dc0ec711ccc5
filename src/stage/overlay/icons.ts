/** Icons cut by hand (assets/icons), put into the page as SVG so that they take the colours of the place. */
const SOURCES: Readonly<Record<string, string>> = import.meta.glob<string>('/assets/icons/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const parsed = new Map<string, SVGElement>();

/** Makes an icon by its file's name, hidden from screen readers; its button has the name. An unknown name throws. */
export function makeIcon(name: string): SVGElement {
  let master = parsed.get(name);
  if (!master) {
    const source = SOURCES[`/assets/icons/${name}.svg`];
    if (source === undefined) throw new Error(`assets/icons/${name}.svg: no such icon`);
    const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
    for (const title of root.querySelectorAll('title')) title.remove();
    master = document.importNode(root, true) as unknown as SVGElement;
    master.setAttribute('aria-hidden', 'true');
    master.setAttribute('focusable', 'false');
    parsed.set(name, master);
  }
  return master.cloneNode(true) as SVGElement;
}
