import { z } from 'zod';
import { root } from '../../tree/root.ts';
import { sourceFiles } from '../../tree/source-files.ts';
import { type Check, failed, passed } from '../check.ts';
import { runCommand } from '../run-command.ts';

/** The parts of dependency-cruiser's JSON report that are looked at. */
const Report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) }),
  }),
});

/** The rules of `.dependency-cruiser.cjs`, applied to the tree below `cwd`. */
export async function cruise(cwd: string): Promise<z.infer<typeof Report>> {
  const config = `${root}/.dependency-cruiser.cjs`;
  const command = ['depcruise', 'apps', 'packages', 'infra', '--config', config, '--output-type', 'json'];
  const { stdout, output } = await runCommand(command, { cwd });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not report: ${output}`);
  return Report.parse(JSON.parse(stdout));
}

/** Who imports whom. Fails also when a file was overlooked, because a cruiser that reads nothing finds nothing. */
export const imports: Check = {
  name: 'imports',
  async run() {
    const { modules, summary } = await cruise(root);
    const advice = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
    const read = new Set(modules.map((module) => module.source));
    const overlooked = sourceFiles(['ts', 'tsx', 'mts']).filter((file) => !read.has(file));
    const problems = [
      ...summary.violations.map(({ from, to, rule }) => `${from} → ${to}\n    ${rule.name}: ${advice.get(rule.name)}`),
      ...overlooked.map((file) => `${file}\n    dependency-cruiser did not read this file`),
    ];
    return problems.length === 0 ? passed() : failed(problems.join('\n'));
  },
};
