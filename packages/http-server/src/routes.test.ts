import { describeRouteLaws } from './testing/route-laws.ts';
import { secrets, startToyServer } from './testing/start-toy-server.ts';

describeRouteLaws('the toy service', async () => {
  const server = await startToyServer();
  const { authorization } = await server.user();
  return { ...server, credentials: { authorization, internalAuth: secrets.current } };
});
