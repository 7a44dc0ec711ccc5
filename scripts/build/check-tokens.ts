/** Holds the style sheet's colours to `assets/palette.json`: a colour is named once, and drawn the same on stage and page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const SHEET = 'src/app/styles/tokens.css';

/** Tokens of the palette that the style sheet's first rule lacks or gives another colour. */
function findWrongTokens(sheet: string, tokens: Readonly<Record<string, string>>): readonly string[] {
  const first = sheet.slice(0, sheet.indexOf('}'));
  return Object.entries(tokens).flatMap(([name, color]) => {
    const found = new RegExp(`--${name}:\\s*(#[0-9a-f]+);`, 'i').exec(first)?.[1];
    return found?.toLowerCase() === color.toLowerCase() ? [] : [`--${name} is ${found ?? 'missing'}, not ${color}`];
  });
}

export function checkTokens(root: string): Plugin {
  return {
    name: 'check-tokens',
    buildStart() {
      const palette = JSON.parse(readFileSync(join(root, 'assets/palette.json'), 'utf8')) as {
        tokens: Record<string, string>;
      };
      const wrong = findWrongTokens(readFileSync(join(root, SHEET), 'utf8'), palette.tokens);
      if (wrong.length > 0) this.error(`${SHEET}: ${wrong.join('; ')}`);
    },
  };
}
