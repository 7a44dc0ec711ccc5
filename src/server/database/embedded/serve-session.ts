/** The database's thread: runs statements one after the other, so that a long one never holds up the server's answers. */
import { parentPort, workerData } from 'node:worker_threads';

import { runQuery } from './lite-session.ts';
import { openLite } from './open-lite.ts';
import { type FromThread, isOfStatement, toFault, type ThreadGiven, type ToThread } from './thread-messages.ts';

const port = parentPort;
if (port === null) throw new Error('This file is the beginning of a thread.');
const say = (message: FromThread): void => port.postMessage(message);

const { folder } = workerData as ThreadGiven;
const lite = await openLite({ folder });
say({ open: true });

port.on('message', (asked: ToThread) => {
  void ('close' in asked ? close(asked.id) : answer(asked));
});

async function answer({ id, sql, parameters }: Extract<ToThread, { sql: string }>): Promise<void> {
  try {
    say({ id, answer: await runQuery(lite, sql, parameters) });
  } catch (error) {
    say({ id, fault: toFault(error) });
    if (!isOfStatement(error)) say({ dead: toFault(error) });
  }
}

async function close(id: number): Promise<void> {
  try {
    await lite.close();
    say({ id, closed: true });
  } catch (error) {
    say({ id, fault: toFault(error) });
  }
  port?.close();
}
