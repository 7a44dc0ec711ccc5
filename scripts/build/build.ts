/** `npm run build`: what `assets/built/` holds, then the page, then its compressed twins. The result is `dist/`. */
import './prepare.ts';
import { build } from 'vite';
import { compress } from './compress.ts';

await build();
await compress('dist');
