/**
 * Milliseconds that this process has worked so far, on all cores: what other processes do meanwhile does not count, as
 * it would by the clock on the wall. For limits on how long something takes.
 */
export function readCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
