import { type Check, failed, passed } from './check.ts';
import { runCommand } from './run-command.ts';

/** A check that is one run of a tool, which says by its exit code what it thinks. `advice` is how to mend what it finds. */
export function toolCheck(name: string, command: string, advice = ''): Check {
  return {
    name,
    async run() {
      const { code, output } = await runCommand(command.split(' '));
      return code === 0 ? passed() : failed(`$ ${command}\n${output.trim()}\n${advice}`);
    },
  };
}
