import type { Service } from '@intexuraos/http-server';
import type { Person } from './domain/person.ts';
import { endpoints } from './endpoints/index.ts';
import type { UserServicePorts } from './ports.ts';
import { ensurePerson, type PersonToEnsure } from './use-cases/ensure-person.ts';

export interface UserService extends Service {
  /** See `use-cases/ensure-person.ts`: for the first start on one machine. */
  ensurePerson(person: PersonToEnsure): Promise<Person>;
}

export function createUserService(ports: UserServicePorts): UserService {
  return {
    name: 'user-service',
    routes: endpoints.map((endpoint) => endpoint(ports)),
    ready: () => ports.ping(),
    drain: () => Promise.resolve(),
    ensurePerson: (person) => ensurePerson(ports, person),
  };
}
