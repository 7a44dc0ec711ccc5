/** Runs in the page: plays a replay again with the rules of its act. Bundled by the test, not by the game. */
import type { ActRules } from '../../src/kernel/act-rules.ts';
import { parseReplay, verifyReplay } from '../../src/kernel/replay.ts';

const rules = import.meta.glob<ActRules>('../../src/acts/*/rules/index.ts', { eager: true });

window.verify = async (text) => {
  const file = JSON.parse(text) as { readonly act: string };
  const found = Object.values(rules).find(({ act }) => act.id === file.act);
  if (found === undefined) throw new Error(`no rules for ${file.act}`);
  return verifyReplay(found.act, parseReplay(file, found.act));
};
