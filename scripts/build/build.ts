/**
 * `npm run build`: what `assets/built/` holds, then the page, then its compressed twins. The result is `dist/`. Besides,
 * the template of the server's database.
 */
import './prepare.ts';
import { build } from 'vite';
import { makeTemplate } from '../start/database-template.ts';
import { compress } from './compress.ts';

await build();
await compress('dist');
await makeTemplate();
