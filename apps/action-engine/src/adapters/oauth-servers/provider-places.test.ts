import { connectors } from '@intexuraos/connectors';
import { expect, test } from '@jest/globals';
import { placeOf } from './provider-places.ts';

test('Notion gets the id and the secret of the client as they are', async () => {
  const { oauth } = connectors.notion;
  if (oauth === null) throw new Error('Notion is connected by OAuth');
  const client = { clientId: '463558a3-725e-4f37', clientSecret: 'canary_A-1', serverUrl: null };
  const place = placeOf(oauth, client);
  const headers = new Headers();
  await place.auth(place.server, place.client, new URLSearchParams(), headers);
  const [scheme, credentials = ''] = headers.get('authorization')?.split(' ') ?? [];
  expect([scheme, Buffer.from(credentials, 'base64').toString()]).toEqual(['Basic', '463558a3-725e-4f37:canary_A-1']);
});
