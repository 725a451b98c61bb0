import { rolldown } from 'rolldown';
import { root } from '../tree/root.ts';

/**
 * A service with all that it uses as a handful of files: its own modules and those of its libraries are some nine hundred,
 * and to find, read and link them takes more time and memory than to run them. What is imported on demand stays a file
 * of its own. Names stay as they are, so that an operator can read a stack.
 */
export async function bundle(app: string, into: string): Promise<void> {
  const build = await rolldown({
    input: { main: `${app}/src/main.ts` },
    cwd: root,
    platform: 'node',
    resolve: { conditionNames: ['source', 'node'] },
    // Google's clients look for their files beside themselves.
    transform: { define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' } },
    onLog: () => undefined,
  });
  await build.write({ dir: into, format: 'esm', entryFileNames: '[name].js' });
  await build.close();
}
