import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { MadeName } from '../../wire/kiosk.ts';
import { nameText } from './visitor-name.ts';
import { wearNames } from './name-fonts.ts';
import './shown-name.css';

/** A visitor's name in its own language and in faces that have its characters, whatever the page speaks. */
export function VisitorName({ name }: { readonly name: MadeName }): JSX.Element {
  useEffect(() => wearNames(name.language), [name.language]);
  return (
    <bdi class="visitor-name" lang={name.language}>
      {nameText(name)}
    </bdi>
  );
}
