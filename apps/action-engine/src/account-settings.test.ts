import { type StandIn, serveLinear } from '@intexuraos/connectors/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Served, serve } from './testing/serve.ts';

let linear: StandIn;
let served: Served;
beforeAll(async () => {
  linear = await serveLinear();
  const variables = { INTEXURAOS_LINEAR_API_URL: linear.url, INTEXURAOS_OPERATIONS_LOOPBACK: 'true' };
  served = await serve({ variables });
});
afterAll(async () => {
  await served.close();
  await linear.close();
});

const Connected = z.object({ data: z.object({ connection: z.object({ id: z.string() }) }) });

async function connect(userId: string, settings: object): Promise<string> {
  const body = { platform: 'linear', label: 'work', credentials: { accessToken: 'canary-token' }, settings };
  const { json } = await served.call('POST', '/connections', { userId, body });
  return Connected.parse(json).data.connection.id;
}

const wishOf = (userId: string) => ({ userId, action_type: 'create_issue', payload: { title: 'The door squeaks' } });
const previewFor = async (userId: string) => {
  const { json } = await served.call('POST', '/internal/operations/preview', { isService: true, body: wishOf(userId) });
  return z.object({ data: z.looseObject({ status: z.string() }) }).parse(json).data;
};

test('what an account lacks is said before anybody is asked', async () => {
  await connect('anna', {});
  expect(await previewFor('anna')).toEqual({
    status: 'failed',
    problem: 'Linear: neither the call nor the account names a team',
  });
});

test('what an account adds is shown, and is what runs, also when the account was changed since', async () => {
  const id = await connect('boris', { team_id: 'team-1' });
  const { platform, action_type, connection, payload, digest, facts } = await previewFor('boris');
  expect(facts).toContainEqual({ label: 'team_id', value: 'team-1' });
  await served.call('PATCH', `/connections/${id}`, { userId: 'boris', body: { settings: { team_id: 'team-2' } } });
  const body = { userId: 'boris', actionId: 'a1', platform, action_type, connection, payload, digest };
  const options = { isService: true, body, idempotencyKey: 'a1:v1' };
  expect((await served.call('POST', '/internal/operations/perform', options)).json).toMatchObject({
    data: { outcome: 'executed' },
  });
  expect(linear.ledger.map(({ content }) => content)).toEqual([expect.stringContaining('team-1')]);
});
