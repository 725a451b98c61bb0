import type { FaultPlan } from '@intexuraos/testing';
import { type Access, createApi } from '../api.ts';
import { createMachine } from '../machine.ts';
import { createProcess, type Variables } from '../process.ts';
import { type World, type WorldOptions, within } from '../world.ts';
import type { Addresses, ServiceName } from './addresses.ts';
import { introducePerson } from './introduce-person.ts';
import { cloudAccess } from './issuers.ts';
import { type PubSub, startPubSub } from './pubsub.ts';
import { readFirestore } from './read-firestore.ts';
import { startScheduler } from './scheduler.ts';
import { variablesOf } from './services.ts';
import { startSurroundings } from './surroundings.ts';

export interface CloudOptions extends WorldOptions {
  /** What goes wrong between Pub/Sub and the services. */
  readonly faults?: FaultPlan;
  /** Whether our own workspace carries out what is approved; the target with its ledger unless said. */
  readonly withWorkspace?: boolean;
}

/** The programs of the cloud on Google's emulators, each a process of its own. */
export interface Cloud extends World {
  readonly access: Access;
  readonly addresses: Addresses;
  readonly pubsub: PubSub;
}

/** Throws where one of the emulators is missing. */
export async function openCloud(options: CloudOptions = {}): Promise<Cloud> {
  const { variables: more = {}, faults = {}, withWorkspace = false, ...phoneOptions } = options;
  const surroundings = await startSurroundings(phoneOptions);
  const { projectId, issuers, addresses, phone, target } = surroundings;
  const targetUrl = withWorkspace ? addresses.workspace : target.url;
  const variables = { ...variablesOf({ ...surroundings, targetUrl }), ...more };
  const processOf = createsProcess(addresses, variables);
  const people = processOf('user-service');
  const others = [processOf('whatsapp-service'), ...(withWorkspace ? [processOf('workspace')] : [])];
  const machine = createMachine(processOf('actions-agent'), [people, ...others]);
  const pubsub = await startPubSub({ ...surroundings, variables, faults });
  const access = await cloudAccess(issuers, { projectId, agentUrl: addresses['actions-agent'] });
  const scheduler = startScheduler(issuers.google, addresses);
  const api = createApi(addresses['actions-agent'], access);
  const readStored: Cloud['readStored'] = (read) => readFirestore({ projectId, ...pubsub }, read);
  async function close(): Promise<void> {
    await machine.kill();
    await Promise.all([scheduler.stop(), pubsub.close()]);
    await surroundings.close();
  }
  await introducePerson(people, access).catch((error: unknown) => close().then(() => Promise.reject(error)));
  return { machine, access, addresses, pubsub, api, phone, target, readStored, close };
}

const createsProcess = (addresses: Addresses, variables: Variables) => (app: ServiceName) =>
  createProcess({ app, url: addresses[app], variables: { ...variables, INTEXURAOS_OIDC_AUDIENCE: addresses[app] } });

/** A world that is cleared away afterwards, however the work in it ends; what went wrong comes with the machine's log. */
export const inCloud = <T>(options: CloudOptions, work: (world: Cloud) => Promise<T>): Promise<T> =>
  within(openCloud(options), work);
