/**
 * Ends this process as `kill -9` does, the n-th time it comes to the named point: `after-execute:1`. The crash tests
 * set it; without it the points cost one comparison.
 */
export function createCrashPoint(at: string | null): (name: string) => void {
  if (at === null) return () => undefined;
  const [point, count = '1'] = at.split(':');
  let left = Number(count);
  return (name) => {
    if (name !== point) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
