import { freePort } from '@intexuraos/testing';

/** The programs that `docs/operations/cloud.md` runs. */
export type ServiceName = 'actions-agent' | 'whatsapp-service' | 'user-service' | 'workspace';

/** Where each of them answers. */
export type Addresses = Readonly<Record<ServiceName, string>>;

export async function freeAddresses(): Promise<Addresses> {
  const address = async () => `http://127.0.0.1:${await freePort()}`;
  return {
    'actions-agent': await address(),
    'whatsapp-service': await address(),
    'user-service': await address(),
    workspace: await address(),
  };
}
