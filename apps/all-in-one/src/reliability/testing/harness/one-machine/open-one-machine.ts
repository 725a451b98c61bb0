import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@intexuraos/testing';
import { createApi } from '../api.ts';
import { createMachine } from '../machine.ts';
import { appSecret, startPhone } from '../phone/phone.ts';
import { createProcess, type Process, type Variables } from '../process.ts';
import { startTarget, targetVariables } from '../target/target.ts';
import { type World, type WorldOptions, within } from '../world.ts';
import { isServedAt, localAccess } from './local-access.ts';
import { readStoredFile, type StoredFile } from './stored-file.ts';

interface OneMachineOptions extends WorldOptions {
  /** A new folder unless said; it is kept when it is said. */
  readonly dataDir?: string;
  /** Whether the machine carries out by itself what is approved, and not the target. */
  readonly hasOwnServices?: boolean;
}

/** All-in-one on a SQLite file. */
export interface OneMachine extends World {
  readonly dataDir: string;
  readStored<T>(read: (file: StoredFile) => Promise<T>): Promise<T>;
}

export async function openOneMachine(options: OneMachineOptions = {}): Promise<OneMachine> {
  const { variables = {}, dataDir: given, hasOwnServices = false, ...phoneOptions } = options;
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'intexuraos-reliability-')));
  const url = `http://127.0.0.1:${await freePort()}`;
  const phone = await startPhone({ webhookUrl: `${url}/whatsapp/webhooks`, ...phoneOptions });
  const target = await startTarget();
  const agent = allInOne({
    url,
    dataDir,
    variables: {
      ...(hasOwnServices ? {} : targetVariables(target.url)),
      INTEXURAOS_WEB_APP_URL: 'https://app.example.com',
      INTEXURAOS_WHATSAPP_API_URL: phone.url,
      INTEXURAOS_WHATSAPP_APP_SECRET: appSecret,
      ...variables,
    },
  });
  return {
    machine: createMachine(agent),
    api: createApi(url, localAccess(dataDir)),
    phone,
    target,
    dataDir,
    readStored: (read) => readStoredFile(dataDir, read),
    async close() {
      await agent.kill();
      await Promise.all([phone.close(), target.close()]);
      if (given === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What `npm start` runs, on a folder. */
const allInOne = (place: { readonly url: string; readonly dataDir: string; readonly variables: Variables }): Process =>
  createProcess({
    app: 'all-in-one',
    url: place.url,
    isSetUp: () => isServedAt(place.url, place.dataDir),
    variables: { INTEXURAOS_DATA_DIR: place.dataDir, ...place.variables },
  });

/** A world that is cleared away afterwards, however the work in it ends; what went wrong comes with the machine's log. */
export const inOneMachine = <T>(options: OneMachineOptions, work: (world: OneMachine) => Promise<T>): Promise<T> =>
  within(openOneMachine(options), work);
