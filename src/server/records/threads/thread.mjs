// A thread starts as plain JavaScript; from here on it reads TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./run-checks.ts');
