import { type Dispatcher, request } from 'undici';

export interface PulledMessage {
  readonly ackId: string;
  readonly message: {
    readonly data?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly messageId: string;
    readonly publishTime: string;
    readonly orderingKey?: string;
  };
}

/** The few calls of the Pub/Sub REST API that the forwarder needs (https://docs.cloud.google.com/pubsub/docs/reference/rest). */
export interface PubsubRest {
  /** Creates topic and pull subscription unless they exist. */
  ensureSubscription(topic: string, subscription: string): Promise<void>;
  pull(subscription: string): Promise<readonly PulledMessage[]>;
  acknowledge(subscription: string, ackId: string): Promise<void>;
  /** Gives a message back, to be pulled again at once. */
  release(subscription: string, ackId: string): Promise<void>;
}

const alreadyExists = 409;
/** The longest there is: who pulls keeps a message until it gives it back. */
const ackDeadlineSeconds = 600;
const maxMessages = 200;

export function createPubsubRest(host: string, projectId: string, dispatcher: Dispatcher): PubsubRest {
  const project = `projects/${projectId}`;

  async function call(method: 'PUT' | 'POST', path: string, body: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const url = `http://${host}/v1/${project}/${path}`;
    const answer = await request(url, { method, headers, body: JSON.stringify(body), dispatcher });
    const text = await answer.body.text();
    if (answer.statusCode >= 400 && answer.statusCode !== alreadyExists) {
      throw new Error(`${method} ${url}: ${answer.statusCode} ${text}`);
    }
    return JSON.parse(text);
  }

  return {
    async ensureSubscription(topic, subscription) {
      await call('PUT', `topics/${topic}`, {});
      await call('PUT', `subscriptions/${subscription}`, { topic: `${project}/topics/${topic}`, ackDeadlineSeconds });
    },
    async pull(subscription) {
      // A long poll that is cut off would still be given the next messages, and keep them for its ack deadline.
      const answer = await call('POST', `subscriptions/${subscription}:pull`, { maxMessages, returnImmediately: true });
      const { receivedMessages = [] } = answer as { readonly receivedMessages?: readonly PulledMessage[] };
      return receivedMessages;
    },
    async acknowledge(subscription, ackId) {
      await call('POST', `subscriptions/${subscription}:acknowledge`, { ackIds: [ackId] });
    },
    async release(subscription, ackId) {
      const released = { ackIds: [ackId], ackDeadlineSeconds: 0 };
      await call('POST', `subscriptions/${subscription}:modifyAckDeadline`, released);
    },
  };
}
