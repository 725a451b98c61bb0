import { firestoreEmulator, freePort, pubsubEmulator } from '@intexuraos/testing';
import { ensureBundled } from '../../bundle/ensure-bundled.ts';
import { startNode, startProgram, until, type Variables } from '../child.ts';
import { call } from '../http.ts';
import type { Measure } from '../measure.ts';
import { ratios } from '../statistics.ts';
import { agentVariables } from './agent-variables.ts';
import { googleLibraries } from './libraries/google-libraries.ts';

const repetitions = 9;

const how = `How long the process of actions-agent needs from its start until \`GET /readyz\` is answered with 200, Firestore being
asked for that, beside a process that loads the same client libraries of Google and ends. Our service is bundled, as it is
deployed, and the libraries as they are installed; Node's compile cache is filled, ${repetitions} times in turn.`;

/** What a cold start adds to what Google's libraries cost anyhow. */
export const start: Measure = {
  name: 'start',
  async run() {
    const [firestore, pubsub] = await Promise.all([firestoreEmulator(), pubsubEmulator()]);
    if ('missing' in firestore) return firestore;
    if ('missing' in pubsub) return pubsub;
    const variables = await agentVariables({ firestoreHost: firestore.host, pubsubHost: pubsub.host });
    const program = await ensureBundled('actions-agent');
    const [libraries, agent]: [number[], number[]] = [[], []];
    // The first round fills the compile cache.
    for (let round = 0; round <= repetitions; round += 1) {
      const took = [await loadLibraries(), await startAgent(program, variables)] as const;
      if (round === 0) continue;
      libraries.push(took[0]);
      agent.push(took[1]);
    }
    return {
      title: 'Start of a service',
      how,
      figures: [
        {
          name: 'start to ready, times the loading of Google’s libraries',
          unit: '',
          values: ratios(agent, libraries),
          target: { better: 'less', goal: 1.5 },
        },
        { name: 'actions-agent, start to ready', unit: 'ms', values: agent },
        { name: 'Google’s libraries alone', unit: 'ms', values: libraries },
      ],
    };
  },
};

async function loadLibraries(): Promise<number> {
  const begin = performance.now();
  const { exited } = startProgram('infra/bench/start/libraries/main.ts', {}, googleLibraries());
  const code = await exited;
  if (code !== 0) throw new Error(`loading Google's libraries ended with ${code}`);
  return performance.now() - begin;
}

async function startAgent(program: readonly string[], variables: Variables): Promise<number> {
  const port = await freePort();
  const begin = performance.now();
  const child = startNode(program, { ...variables, PORT: String(port) });
  await until('actions-agent to be ready', () => call({ method: 'GET', url: `http://127.0.0.1:${port}/readyz` }), 2);
  const took = performance.now() - begin;
  await child.stop();
  return took;
}
