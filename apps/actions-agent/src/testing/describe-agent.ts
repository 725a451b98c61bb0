import { afterAll, beforeAll, describe } from '@jest/globals';
import { closeIssuers } from './issuers.ts';
import { somebody, type TestPerson } from './person.ts';
import { type AgentOptions, type RunningAgent, startAgent, storeNames } from './start-agent.ts';

afterAll(closeIssuers);

/** What tests are given: the agent that runs, and people whom no other test knows. */
export interface Stage {
  readonly agent: RunningAgent;
  somebody(): TestPerson;
}

/** The same tests on each store, or on the one that the options name; one agent for all of them, so each test brings its own people. */
export function describeAgent(name: string, tests: (stage: Stage) => void, options: AgentOptions = {}): void {
  describe.each(options.store === undefined ? storeNames : [options.store])(`${name}, on %s`, (store) => {
    let running: RunningAgent | undefined;
    const stage: Stage = {
      get agent() {
        if (running === undefined) throw new Error('the agent has not started');
        return running;
      },
      somebody: () => somebody(stage.agent),
    };
    beforeAll(async () => {
      running = await startAgent({ ...options, store });
    });
    afterAll(() => running?.close());
    tests(stage);
  });
}
