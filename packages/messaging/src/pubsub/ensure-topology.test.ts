import { PubSub } from '@google-cloud/pubsub';
import { defineTopic } from '@intexuraos/contracts';
import { emulatorOrSkip, pubsubEmulator } from '@intexuraos/testing';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { ensureTopology } from './ensure-topology.ts';
import { topologyOf } from './topology.ts';

const Noted = z.object({ type: z.literal('test.noted') });
const noted = defineTopic({ event: 'test.noted', name: 'test-noted', variable: 'TEST_NOTED', schema: Noted });
const consumers = [
  { name: 'first-reader', topic: noted, path: '/internal/first' },
  { name: 'second-reader', topic: noted, path: '/internal/second' },
];
const oidc = { serviceAccountEmail: 'push@demo.iam.gserviceaccount.com', audience: 'https://service.example' };

test('the topology follows from the consumers alone', () => {
  const settings = { pushBaseUrl: 'https://service.example', topicNames: { 'test.noted': 'renamed' } };
  expect(topologyOf(consumers.slice(0, 1), settings)).toEqual([
    {
      name: 'first-reader',
      topic: 'renamed',
      deadLetterTopic: 'first-reader-dead',
      pushEndpoint: 'https://service.example/internal/first',
      oidc: null,
      ackDeadlineSeconds: 60,
      minimumBackoffSeconds: 10,
      maximumBackoffSeconds: 600,
      maxDeliveryAttempts: 10,
    },
  ]);
});

const emulator = emulatorOrSkip(await pubsubEmulator());

(emulator === null ? describe.skip : describe)('ensuring the topology', () => {
  test('creates what is missing and corrects what is there', async () => {
    const projectId = `demo-topology-${process.pid}`;
    const pubsub = new PubSub({ projectId });
    await ensureTopology(pubsub, consumers, { pushBaseUrl: 'https://old.example', oidc });
    await ensureTopology(pubsub, consumers, { pushBaseUrl: 'https://service.example', oidc });
    const [topics] = await pubsub.getTopics();
    const names = topics.map(({ name }) => name.split('/').at(-1));
    expect(new Set(names)).toEqual(new Set(['test-noted', 'first-reader-dead', 'second-reader-dead']));
    const [metadata] = await pubsub.subscription('second-reader').getMetadata();
    expect(metadata).toMatchObject({
      topic: `projects/${projectId}/topics/test-noted`,
      pushConfig: { pushEndpoint: 'https://service.example/internal/second', oidcToken: oidc },
      ackDeadlineSeconds: 60,
      retryPolicy: { minimumBackoff: { seconds: '10' }, maximumBackoff: { seconds: '600' } },
      deadLetterPolicy: {
        deadLetterTopic: `projects/${projectId}/topics/second-reader-dead`,
        maxDeliveryAttempts: 10,
      },
    });
    expect((await pubsub.subscription('first-reader-dead').exists())[0]).toBe(true);
    await pubsub.close();
  }, 30_000);
});
