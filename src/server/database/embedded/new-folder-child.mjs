// A process starts as plain JavaScript; from here on it reads TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./fill-new-folder.ts');
