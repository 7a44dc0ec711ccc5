import type { JSX } from 'preact';
import { CODE_LENGTH, normaliseCode } from '../../wire/joining.ts';
import { usePartText } from '../part-text.ts';
import { CodeInput, type Shown } from '../ui/code-input.tsx';
import { placeCursor, readTyped, showCode } from './typed-code.ts';

interface CodeFieldProps {
  readonly label: string;
  readonly help: string;
  /** What was typed, as it stands. */
  readonly typed: string;
  readonly length?: number;
  /** Why the code leads nowhere. */
  readonly fault?: string;
  change(typed: string): void;
}

export function CodeField({ length = CODE_LENGTH, fault, typed, ...props }: CodeFieldProps): JSX.Element {
  const { t } = usePartText('join');
  const { strange } = readTyped(typed, length);
  return (
    <CodeInput
      {...props}
      typed={typed}
      length={length}
      fault={strange.length > 0 ? t('code.strange', { letters: strange.join(' ') }) : (fault ?? '')}
      form={(written, at) => form(written, at, length)}
    />
  );
}

function form(typed: string, at: number, length: number): Shown {
  const { code } = readTyped(typed, length);
  const before = Math.min(normaliseCode(typed.slice(0, at)).length, code.length);
  return { shown: showCode(code, length), cursor: placeCursor(before, length) };
}
