import { addAutoApprovalRule } from './add-auto-approval-rule.ts';
import { changeContact } from './change-contact.ts';
import { changeMe } from './change-me.ts';
import { deleteAddress } from './delete-address.ts';
import { deleteAutoApprovalRule } from './delete-auto-approval-rule.ts';
import { deleteMyLlmKey } from './delete-my-llm-key.ts';
import { findUserByWhatsApp } from './find-user-by-whatsapp.ts';
import { listAddressBook } from './list-address-book.ts';
import { listAutoApprovalRules } from './list-auto-approval-rules.ts';
import { listMyLlmKeys } from './list-my-llm-keys.ts';
import { noteLlmKeyUse } from './note-llm-key-use.ts';
import { openLlmKeys } from './open-llm-keys.ts';
import { readAddressBook } from './read-address-book.ts';
import { readAutoApprovalRules } from './read-auto-approval-rules.ts';
import { readContact } from './read-contact.ts';
import { readMe } from './read-me.ts';
import { readMyLlmKey } from './read-my-llm-key.ts';
import { readSettings } from './read-settings.ts';
import { rewrapLlmKeys } from './rewrap-llm-keys.ts';
import { saveAddress } from './save-address.ts';
import { saveMyLlmKey } from './save-my-llm-key.ts';

/** The API's table of contents. */
export const endpoints = [
  readMe,
  changeMe,
  listMyLlmKeys,
  readMyLlmKey,
  saveMyLlmKey,
  deleteMyLlmKey,
  listAutoApprovalRules,
  addAutoApprovalRule,
  deleteAutoApprovalRule,
  listAddressBook,
  saveAddress,
  deleteAddress,
  findUserByWhatsApp,
  readSettings,
  readAutoApprovalRules,
  readAddressBook,
  readContact,
  changeContact,
  openLlmKeys,
  noteLlmKeyUse,
  rewrapLlmKeys,
];
