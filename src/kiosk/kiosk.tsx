/** The kiosk's pages: `/kiosk` (outer), `/kiosk/inside`, `/kiosk/setup`, `/kiosk/board`. Each is a chunk of its own. */
import type { JSX } from 'preact';
import { useArriving } from '../app/ui/arriving.ts';

/** The outer page decides itself when the worker for playing offline starts. */
export const quiet = true;

const PAGES: Readonly<Record<string, () => Promise<{ readonly default: () => JSX.Element | null }>>> = {
  '/kiosk': () => import('./outer/outer.tsx'),
  '/kiosk/inside': () => import('./inside/inside.tsx'),
  '/kiosk/setup': () => import('./setup/setup.tsx'),
  '/kiosk/board': () => import('./board/big-screen.tsx'),
};

/** Any other address below `/kiosk` is the kiosk itself. */
function pageAt(path: string): () => Promise<{ readonly default: () => JSX.Element | null }> {
  return (PAGES[path.replace(/\/+$/, '')] ?? PAGES['/kiosk']) as (typeof PAGES)[string];
}

export default function Kiosk(): JSX.Element | null {
  const arriving = useArriving(location.pathname, pageAt(location.pathname));
  if (arriving.state === 'lost') throw arriving.reason;
  if (arriving.state === 'coming') return null;
  const Shown = arriving.thing.default;
  return <Shown />;
}
