import { AddressBook, AutoApprovalRules, LlmKeys, UserId, UserSettings } from '@intexuraos/contracts';
import { z } from 'zod';
import { mapAnswer } from '../call-outcome.ts';
import { defineNeighbour } from '../define.ts';

/** How a person is reached: the business-scoped user id and the phone number in E.164 form, `+48123456789`. */
export const Contact = z.object({ phone: z.string().optional(), bsuid: z.string().optional() });
export type Contact = z.infer<typeof Contact>;
export const ContactAnswer = z.object({ contact: Contact.nullable() });

export const WhatsAppPerson = Contact.extend({ userId: UserId });
export type WhatsAppPerson = z.infer<typeof WhatsAppPerson>;
export const WhatsAppPersonAnswer = z.object({ person: WhatsAppPerson.nullable() });

const Nothing = z.object({});

export const userService = defineNeighbour({
  name: 'user-service',
  urlEnv: 'INTEXURAOS_USER_SERVICE_URL',
  client: (http) => ({
    settings: (userId: string) => http.get(`${user(userId)}/settings`, UserSettings),
    llmKeys: (userId: string) => http.get(`${user(userId)}/llm-keys`, LlmKeys),
    autoApprovalRules: (userId: string) => http.get(`${user(userId)}/auto-approval-rules`, AutoApprovalRules),
    addressBook: (userId: string) => http.get(`${user(userId)}/address-book`, AddressBook),
    /** Notes that a key has just been used. May be repeated. */
    llmKeyUsed: (userId: string, provider: string) =>
      http.post(`${user(userId)}/llm-keys/${encodeURIComponent(provider)}/last-used`, Nothing),
    /** The business-scoped id is tried first. Null: nobody we know. */
    findByWhatsApp: async (ids: Contact) =>
      mapAnswer(
        await http.get(`/internal/users/by-whatsapp?${query(ids)}`, WhatsAppPersonAnswer),
        (data) => data.person,
      ),
    /** Null: nobody we know. */
    contactOf: async (userId: string) =>
      mapAnswer(await http.get(`${user(userId)}/contact`, ContactAnswer), (data) => data.contact),
  }),
});

const user = (userId: string) => `/internal/users/${encodeURIComponent(userId)}`;

function query({ bsuid, phone }: Contact): string {
  return new URLSearchParams({ ...(bsuid && { bsuid }), ...(phone && { phone }) }).toString();
}
