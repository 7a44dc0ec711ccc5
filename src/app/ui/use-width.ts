import { useEffect, useRef, useState } from 'preact/hooks';

/** The width in CSS pixels of the element that the first value is given to; `first` until it is known. */
export function useWidth(first: number): readonly [{ readonly current: HTMLDivElement | null }, number] {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = (): void => setWidth(Math.max(240, Math.round(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [place, width];
}
