/** A sign that a process lives, which the system takes away with the process, however it ends. */
import { createHash } from 'node:crypto';
import { stat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Sign {
  release(): Promise<void>;
}

/**
 * Holds the sign of a folder, or says that another process of this machine does. The folder is known by its device and
 * inode, so that two paths to one folder are one.
 */
export async function holdSign(folder: string): Promise<Sign | 'taken'> {
  const { dev, ino } = await stat(folder, { bigint: true });
  const name = `marshals-baton-${createHash('sha256').update(`${dev} ${ino}`).digest('hex').slice(0, 24)}`;
  // Linux: a name without a file. Windows: a pipe. Both vanish with their process.
  if (process.platform === 'linux') return listen(`\0${name}`);
  if (process.platform === 'win32') return listen(`\\\\.\\pipe\\${name}`);
  const path = join(tmpdir(), `${name}.sock`);
  const first = await listen(path);
  if (first !== 'taken' || (await isAnswered(path))) return first;
  // A socket file that nobody answers was left by a process that was killed.
  await unlink(path).catch(() => {});
  return listen(path);
}

function listen(path: string): Promise<Sign | 'taken'> {
  return new Promise((resolve, reject) => {
    const server: Server = createServer((visitor) => visitor.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else reject(error);
    });
    server.listen(path, () => {
      // The process need not live for this.
      server.unref();
      resolve({ release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const visitor = connect(path);
    visitor.once('connect', () => {
      visitor.destroy();
      resolve(true);
    });
    visitor.once('error', () => resolve(false));
  });
}
