import { describeRouteLaws } from './testing/route-laws.ts';
import { secrets, startToyServer } from './testing/start-toy-server.ts';

describeRouteLaws('the toy service', async () => {
  const server = await startToyServer();
  /** The right of operators opens what is a person's as well. */
  const { authorization } = await server.user({ scope: 'operate' });
  return { ...server, credentials: { authorization, internalAuth: secrets.current } };
});
