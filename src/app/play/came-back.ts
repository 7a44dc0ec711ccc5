let isAsked = false;

/**
 * Whether the page came back by itself or was loaded anew on the address where it stands: a reload, a tab that the
 * browser had put away, a browser that was opened again. True once a page load at most, since whoever goes on from
 * there knows where they are.
 */
export function hasComeBack(): boolean {
  if (isAsked) return false;
  isAsked = true;
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (load === undefined || new URL(load.name).pathname !== location.pathname) return false;
  return (
    load.type === 'reload' ||
    load.type === 'back_forward' ||
    ('wasDiscarded' in document && document.wasDiscarded === true)
  );
}
