const linked = new Set<string>();

/** Links a style sheet that comes after the first paint, once; nothing where there is none. */
export function linkSheet(href: string | undefined): void {
  if (href === undefined || linked.has(href)) return;
  linked.add(href);
  const element = document.createElement('link');
  element.rel = 'stylesheet';
  element.href = href;
  document.head.append(element);
}
