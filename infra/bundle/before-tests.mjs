import { ensureBundled } from './ensure-bundled.ts';
import { services } from './services.ts';

/** What jest runs before the tests of an app that start services as they are started for people. */
export default async function bundleServices() {
  for (const service of services) await ensureBundled(service);
}
