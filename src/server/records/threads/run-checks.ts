/** A thread's work: checks what it is sent, one after the other. It has no database, no network and no secrets. */
import { parentPort } from 'node:worker_threads';

import { readBankFolder } from '../../content/bank.ts';
import { loadVersions } from '../act-versions.ts';
import { checkAttempt } from '../check-attempt.ts';
import { checkExamination } from '../check-examination.ts';
import type { Report, Task, TaskResult } from './task.ts';

const port = parentPort;
if (port === null) throw new Error('this file is a worker thread');
const report = (said: Report): void => port.postMessage(said);

const [versions, { bank }] = await Promise.all([loadVersions(), readBankFolder()]);

function check(task: Task): TaskResult {
  return task.check === 'attempt' ? checkAttempt(versions, task.attempt) : checkExamination(bank, task.examination);
}

port.on('message', (task: Task) => {
  try {
    report({ say: 'done', result: check(task) });
  } catch (error) {
    report({ say: 'fault', reason: String(error) });
  }
});
report({ say: 'ready' });
