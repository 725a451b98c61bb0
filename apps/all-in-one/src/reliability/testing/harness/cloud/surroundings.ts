import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Phone, type PhoneOptions, startPhone } from '../phone/phone.ts';
import { startTarget, type Target } from '../target/target.ts';
import { type Addresses, freeAddresses } from './addresses.ts';
import { type Emulators, emulators } from './emulators.ts';
import { type Issuers, startIssuers } from './issuers.ts';

/** What the programs find in the cloud, and whom they speak to there. */
export interface Surroundings {
  readonly projectId: string;
  readonly emulators: Emulators;
  readonly issuers: Issuers;
  /** Where the programs will answer. */
  readonly addresses: Addresses;
  readonly phone: Phone;
  readonly target: Target;
  /** For the master keys, which are in Cloud KMS otherwise. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Throws where one of the emulators is missing. */
export async function startSurroundings(options: Omit<PhoneOptions, 'webhookUrl'>): Promise<Surroundings> {
  const [found, addresses] = await Promise.all([emulators(), freeAddresses()]);
  const folder = await mkdtemp(join(tmpdir(), 'intexuraos-cloud-'));
  const webhookUrl = `${addresses['whatsapp-service']}/whatsapp/webhooks`;
  const [issuers, phone, target] = await Promise.all([
    startIssuers(),
    startPhone({ webhookUrl, ...options }),
    startTarget(),
  ]);
  return {
    projectId: `demo-${randomUUID()}`,
    emulators: found,
    issuers,
    addresses,
    phone,
    target,
    folder,
    async close() {
      await Promise.all([issuers.close(), phone.close(), target.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
