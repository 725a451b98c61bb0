import { cloudTopics, pushSubscriptions, type SubscriptionFacts } from './pubsub.ts';
import { cloudServices } from './services.ts';

/** `actions-agent` is at `$ACTIONS_AGENT_URL`. */
const addressVariable = (service: string) => `${service.replaceAll('-', '_').toUpperCase()}_URL`;
/** A host by which the variable is found again in what is made of it. */
const addressOf = (service: string) => `https://${service}.invalid`;

const subscriptions = pushSubscriptions(addressOf);
const pushedTo = cloudServices
  .map(({ name }) => name)
  .filter((name) => subscriptions.some(({ service }) => service === name));

const head = `#!/bin/sh
# Makes the topics, the push subscriptions and their rights, or corrects them: run it at each deployment.
# Written by \`npm run generate\`; needs gcloud, and an account that may do all this.
set -eu

: "\${PROJECT:?the id of the project}"
: "\${PUSH_ACCOUNT:?the address of the account that Pub/Sub pushes as}"
${pushedTo.map((name) => `: "\${${addressVariable(name)}:?the address of ${name}}"`).join('\n')}

agent="serviceAccount:service-$(gcloud projects describe "$PROJECT" --format='value(projectNumber)')@gcp-sa-pubsub.iam.gserviceaccount.com"

topic() {
  gcloud pubsub topics describe "$1" --project="$PROJECT" >/dev/null 2>&1 ||
    gcloud pubsub topics create "$1" --project="$PROJECT"
}

publisher() {
  gcloud pubsub topics add-iam-policy-binding "$1" --project="$PROJECT" --role=roles/pubsub.publisher --member="$2" >/dev/null
}

# What was given up waits here for a person to look at it.
dead_letters() {
  topic "$1"
  publisher "$1" "$agent"
  gcloud pubsub subscriptions describe "$1" --project="$PROJECT" >/dev/null 2>&1 ||
    gcloud pubsub subscriptions create "$1" --topic="$1" --expiration-period=never --project="$PROJECT"
}

subscription() {
  name=$1 topic=$2
  shift 2
  if gcloud pubsub subscriptions describe "$name" --project="$PROJECT" >/dev/null 2>&1; then
    gcloud pubsub subscriptions update "$name" --project="$PROJECT" "$@"
  else
    gcloud pubsub subscriptions create "$name" --topic="$topic" --expiration-period=never --project="$PROJECT" "$@"
  fi
  gcloud pubsub subscriptions add-iam-policy-binding "$name" --project="$PROJECT" --role=roles/pubsub.subscriber --member="$agent" >/dev/null
}
`;

const topicLines = () =>
  cloudTopics().flatMap(({ topic: { name }, publishers }) => [
    `topic ${name}`,
    ...publishers.map((account) => `publisher ${name} "serviceAccount:${account}@$PROJECT.iam.gserviceaccount.com"`),
  ]);

function subscriptionLines(facts: SubscriptionFacts): readonly string[] {
  const address = `$${addressVariable(facts.service)}`;
  return [
    `dead_letters ${facts.deadLetterTopic}`,
    `subscription ${facts.name} ${facts.topic} \\`,
    `  --push-endpoint="${address}${new URL(facts.pushEndpoint).pathname}" \\`,
    `  --push-auth-service-account="$PUSH_ACCOUNT" --push-auth-token-audience="${address}" \\`,
    `  --ack-deadline=${facts.ackDeadlineSeconds} --min-retry-delay=${facts.minimumBackoffSeconds}s --max-retry-delay=${facts.maximumBackoffSeconds}s \\`,
    `  --dead-letter-topic=${facts.deadLetterTopic} --max-delivery-attempts=${facts.maxDeliveryAttempts}`,
  ];
}

/** The script that makes in Pub/Sub what the services need. */
export const pubsubScript = (): string =>
  [head, ...topicLines(), '', ...subscriptions.flatMap(subscriptionLines), ''].join('\n');
