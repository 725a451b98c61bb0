import { openMachine } from './machine.ts';
import { openStage } from './stage.ts';
import { stories } from './stories.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

try {
  const begin = performance.now();
  const stage = await openStage(openMachine(process.env['INTEXURAOS_DATA_DIR'] ?? '.data'), print);
  for (const story of stories) await story(stage);
  print(`\n${stories.length} stories in ${((performance.now() - begin) / 1000).toFixed(1)} s, all as they should be.`);
} catch (error) {
  print(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
