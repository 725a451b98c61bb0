import type { Recipe } from '../build/ensure-built.ts';
import { runCommand } from '../test/run-command.ts';

/** The web app's own builder, told where to. */
export const webBuild: Recipe = {
  output: 'dist',
  async make(app, into) {
    const { code, output } = await runCommand(['pnpm', 'run', 'build', '--outDir', into, '--emptyOutDir'], {
      cwd: app,
    });
    return code === 0 ? null : output.trim();
  },
};
