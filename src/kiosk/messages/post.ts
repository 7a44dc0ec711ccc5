/** Both ends of the talk between the outer page and its frame. Only the other one is heard, and only from this origin. */
import type { FromInside, FromOutside } from './messages.ts';

const FROM_INSIDE: ReadonlySet<string> = new Set<FromInside['kiosk']>([
  'beat',
  'station',
  'again',
  'touched',
  'staff',
  'failed',
]);
const FROM_OUTSIDE: ReadonlySet<string> = new Set<FromOutside['kiosk']>(['hold', 'goOn', 'end']);

type Message = FromInside | FromOutside;

/** Both pages come from one build, so the name of a message is enough to know its form. */
function hasName(data: unknown, names: ReadonlySet<string>): boolean {
  const { kiosk } = (data ?? {}) as { readonly kiosk?: unknown };
  return typeof kiosk === 'string' && names.has(kiosk);
}

function hear(speaker: () => unknown, names: ReadonlySet<string>, listen: (message: Message) => void): () => void {
  const receive = ({ origin, source, data }: MessageEvent<unknown>): void => {
    if (origin === location.origin && source === speaker() && hasName(data, names)) listen(data as Message);
  };
  addEventListener('message', receive);
  return () => removeEventListener('message', receive);
}

/** Whether this page is the inner one of a kiosk; alone in a tab it speaks to nobody. */
export function isFramed(): boolean {
  return parent !== window;
}

/** The inner page tells the outer one; without an outer one nothing happens. */
export function tellOutside(message: FromInside): void {
  if (isFramed()) parent.postMessage(message, location.origin);
}

/** The inner page hears the outer one. Returns the way to stop. */
export function hearOutside(listen: (message: FromOutside) => void): () => void {
  return hear(
    () => (isFramed() ? parent : null),
    FROM_OUTSIDE,
    (message) => listen(message as FromOutside),
  );
}

/** The outer page tells the frame; a frame that is not there yet hears nothing. */
export function tellInside(frame: HTMLIFrameElement | null, message: FromOutside): void {
  frame?.contentWindow?.postMessage(message, location.origin);
}

/** The outer page hears the frame of the moment. Returns the way to stop. */
export function hearInside(frame: () => HTMLIFrameElement | null, listen: (message: FromInside) => void): () => void {
  return hear(
    () => frame()?.contentWindow ?? undefined,
    FROM_INSIDE,
    (message) => listen(message as FromInside),
  );
}
