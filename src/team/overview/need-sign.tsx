import type { JSX } from 'preact';
import type { NeedKind } from '../words/need-sentence.ts';

/** Each kind has a shape of its own, so that the eye sorts the list before it reads. */
const SHAPES: Readonly<Record<NeedKind, string>> = {
  help: 'M12 2.6 22 20.4H2zM11 8.8v5.4h2V8.8zm0 7v2h2v-2z',
  nudge:
    'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm0 2.2a7.8 7.8 0 1 0 0 15.6 7.8 7.8 0 0 0 0-15.6zM11 7h2v4.6l3.4 2-1 1.7-4.4-2.6z',
  ready: 'M4 3h2.4v18H4zm3.6 1H20l-3.4 4.2L20 12.4H7.6z',
  praise: 'M8.2 2h7.6L22 8.2v7.6L15.8 22H8.2L2 15.8V8.2zM7 11.6l3.6 3.8L17.2 8 15.7 6.6l-5.1 5.8L8.5 10.1z',
};

export function NeedSign({ kind, name }: { readonly kind: NeedKind; readonly name: string }): JSX.Element {
  return (
    <svg class="need-sign" viewBox="0 0 24 24" width="24" height="24" role="img" aria-label={name}>
      <title>{name}</title>
      <path fill="currentColor" fill-rule="evenodd" d={SHAPES[kind]} />
    </svg>
  );
}
