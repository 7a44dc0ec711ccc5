/** The page's entry: the address says whose screens they are. */
import { begin } from './app/main.tsx';

void begin();
