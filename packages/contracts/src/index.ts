export { ActionStatus, actionStatuses, Origin, Outcome, outcomes } from './action.ts';
export { ActionApprovalReply, actionApprovalReply } from './events/action-approval-reply.ts';
export { ActionChanged, actionChanged } from './events/action-changed.ts';
export { ActionCreated, actionCreated } from './events/action-created.ts';
export { CommandIngest, commandIngest, ExternalId, SourceType } from './events/command-ingest.ts';
export { topics } from './events/index.ts';
export { OperationCallback, operationCallback } from './events/operation-callback.ts';
export { WhatsAppButton, WhatsAppMessageSend, whatsappMessageSend } from './events/whatsapp-message-send.ts';
export { WhatsAppMessageStatus, whatsappMessageStatus } from './events/whatsapp-message-status.ts';
export { WhatsAppWindowOpened, whatsappWindowOpened } from './events/whatsapp-window-opened.ts';
export { AddressBook, AddressBookEntry, NewAddressBookEntry } from './http/address-book.ts';
export {
  AutoApprovalRule,
  AutoApprovalRules,
  NewAutoApprovalRule,
  usualAutoApprovalRules,
} from './http/auto-approval-rule.ts';
export { ErrorBody, envelope } from './http/envelope.ts';
export { Feedback } from './http/feedback.ts';
export { addressOf, hasOwnAddress, LlmKey, LlmKeys, type Locale, UserSettings } from './http/user.ts';
export { WebConfig } from './http/web-config.ts';
export { inWords } from './in-words.ts';
export { CommandId, Id, Timestamp, text, UserId } from './primitives.ts';
export { defineTopic, type Topic } from './topic.ts';
