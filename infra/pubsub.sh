#!/bin/sh
# Makes the topics, the push subscriptions and their rights, or corrects them: run it at each deployment.
# Written by `npm run generate`; needs gcloud, and an account that may do all this.
set -eu

: "${PROJECT:?the id of the project}"
: "${PUSH_ACCOUNT:?the address of the account that Pub/Sub pushes as}"
: "${ACTIONS_AGENT_URL:?the address of actions-agent}"
: "${COMMANDS_AGENT_URL:?the address of commands-agent}"
: "${WHATSAPP_SERVICE_URL:?the address of whatsapp-service}"
: "${ACTION_ENGINE_URL:?the address of action-engine}"

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

topic approval-replies
publisher approval-replies "serviceAccount:actions-agent@$PROJECT.iam.gserviceaccount.com"
publisher approval-replies "serviceAccount:whatsapp-service@$PROJECT.iam.gserviceaccount.com"
topic action-changed
publisher action-changed "serviceAccount:actions-agent@$PROJECT.iam.gserviceaccount.com"
topic actions
publisher actions "serviceAccount:actions-agent@$PROJECT.iam.gserviceaccount.com"
topic commands
publisher commands "serviceAccount:actions-agent@$PROJECT.iam.gserviceaccount.com"
publisher commands "serviceAccount:whatsapp-service@$PROJECT.iam.gserviceaccount.com"
topic operation-callbacks
publisher operation-callbacks "serviceAccount:actions-agent@$PROJECT.iam.gserviceaccount.com"
topic whatsapp-send
publisher whatsapp-send "serviceAccount:actions-agent@$PROJECT.iam.gserviceaccount.com"
publisher whatsapp-send "serviceAccount:commands-agent@$PROJECT.iam.gserviceaccount.com"
publisher whatsapp-send "serviceAccount:whatsapp-service@$PROJECT.iam.gserviceaccount.com"
publisher whatsapp-send "serviceAccount:action-engine@$PROJECT.iam.gserviceaccount.com"
topic whatsapp-status
publisher whatsapp-status "serviceAccount:actions-agent@$PROJECT.iam.gserviceaccount.com"
publisher whatsapp-status "serviceAccount:whatsapp-service@$PROJECT.iam.gserviceaccount.com"
topic whatsapp-window
publisher whatsapp-window "serviceAccount:whatsapp-service@$PROJECT.iam.gserviceaccount.com"

dead_letters actions-queue-dead
subscription actions-queue actions \
  --push-endpoint="$ACTIONS_AGENT_URL/internal/actions/process" \
  --push-auth-service-account="$PUSH_ACCOUNT" --push-auth-token-audience="$ACTIONS_AGENT_URL" \
  --ack-deadline=60 --min-retry-delay=10s --max-retry-delay=600s \
  --dead-letter-topic=actions-queue-dead --max-delivery-attempts=10
dead_letters approval-replies-dead
subscription approval-replies approval-replies \
  --push-endpoint="$ACTIONS_AGENT_URL/internal/actions/approval-reply" \
  --push-auth-service-account="$PUSH_ACCOUNT" --push-auth-token-audience="$ACTIONS_AGENT_URL" \
  --ack-deadline=60 --min-retry-delay=10s --max-retry-delay=600s \
  --dead-letter-topic=approval-replies-dead --max-delivery-attempts=10
dead_letters whatsapp-status-actions-dead
subscription whatsapp-status-actions whatsapp-status \
  --push-endpoint="$ACTIONS_AGENT_URL/internal/actions/message-status" \
  --push-auth-service-account="$PUSH_ACCOUNT" --push-auth-token-audience="$ACTIONS_AGENT_URL" \
  --ack-deadline=60 --min-retry-delay=10s --max-retry-delay=600s \
  --dead-letter-topic=whatsapp-status-actions-dead --max-delivery-attempts=10
dead_letters whatsapp-window-actions-dead
subscription whatsapp-window-actions whatsapp-window \
  --push-endpoint="$ACTIONS_AGENT_URL/internal/actions/window-opened" \
  --push-auth-service-account="$PUSH_ACCOUNT" --push-auth-token-audience="$ACTIONS_AGENT_URL" \
  --ack-deadline=60 --min-retry-delay=10s --max-retry-delay=600s \
  --dead-letter-topic=whatsapp-window-actions-dead --max-delivery-attempts=10
dead_letters commands-dead
subscription commands commands \
  --push-endpoint="$COMMANDS_AGENT_URL/internal/commands/ingest" \
  --push-auth-service-account="$PUSH_ACCOUNT" --push-auth-token-audience="$COMMANDS_AGENT_URL" \
  --ack-deadline=60 --min-retry-delay=10s --max-retry-delay=600s \
  --dead-letter-topic=commands-dead --max-delivery-attempts=10
dead_letters whatsapp-send-dead
subscription whatsapp-send whatsapp-send \
  --push-endpoint="$WHATSAPP_SERVICE_URL/internal/whatsapp/send-message" \
  --push-auth-service-account="$PUSH_ACCOUNT" --push-auth-token-audience="$WHATSAPP_SERVICE_URL" \
  --ack-deadline=60 --min-retry-delay=10s --max-retry-delay=600s \
  --dead-letter-topic=whatsapp-send-dead --max-delivery-attempts=10
dead_letters operation-approvals-dead
subscription operation-approvals action-changed \
  --push-endpoint="$ACTION_ENGINE_URL/internal/operations/action-changed" \
  --push-auth-service-account="$PUSH_ACCOUNT" --push-auth-token-audience="$ACTION_ENGINE_URL" \
  --ack-deadline=60 --min-retry-delay=10s --max-retry-delay=600s \
  --dead-letter-topic=operation-approvals-dead --max-delivery-attempts=10
dead_letters operation-callbacks-dead
subscription operation-callbacks operation-callbacks \
  --push-endpoint="$ACTION_ENGINE_URL/internal/operations/callback" \
  --push-auth-service-account="$PUSH_ACCOUNT" --push-auth-token-audience="$ACTION_ENGINE_URL" \
  --ack-deadline=60 --min-retry-delay=10s --max-retry-delay=600s \
  --dead-letter-topic=operation-callbacks-dead --max-delivery-attempts=10
