export { type Fault, faults } from './faults.ts';
export { createFaultyServer, type FaultyServer } from './faulty-server.ts';
