import { publishes } from '@intexuraos/actions-agent/compose';
import { sampleEnvironment } from '../../generate/cloud/sample-environment.ts';
import { cloudServices } from '../../generate/cloud/services.ts';
import type { Variables } from '../child.ts';
import { call } from '../http.ts';

const projectId = 'bench-start';

/** What actions-agent needs to be set to start as in the cloud, on the emulators; its topics are made. */
export async function agentVariables(hosts: { firestoreHost: string; pubsubHost: string }): Promise<Variables> {
  const agent = cloudServices.find(({ name }) => name === 'actions-agent');
  if (agent === undefined) throw new Error('actions-agent is no service of the cloud');
  for (const { name } of publishes) await makeTopic(hosts.pubsubHost, name);
  return {
    ...defined(sampleEnvironment(agent.variables)),
    ...Object.fromEntries(publishes.map(({ variable, name }) => [variable, name])),
    INTEXURAOS_GCP_PROJECT_ID: projectId,
    FIRESTORE_EMULATOR_HOST: hosts.firestoreHost,
    PUBSUB_EMULATOR_HOST: hosts.pubsubHost,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  };
}

const makeTopic = (host: string, name: string) =>
  call({ method: 'PUT', url: `http://${host}/v1/projects/${projectId}/topics/${name}`, body: {} }).catch(
    (error: unknown) => {
      // It is there from an earlier run on the same emulator.
      if (!String(error).includes('409')) throw error;
    },
  );

const defined = (variables: Readonly<Record<string, string | undefined>>): Variables =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
