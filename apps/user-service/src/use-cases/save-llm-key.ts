import { hasOwnAddress } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import { checkBaseUrl } from '../domain/base-url.ts';
import type { LlmKeyFacts, NewLlmKey } from '../domain/llm-key.ts';
import type { UserServicePorts } from '../ports.ts';

/** Keeps the key sealed, in place of an older one. Throws VALIDATION_FAILED for an address that may not be called, or that is missing. */
export async function saveLlmKey(ports: UserServicePorts, userId: string, key: NewLlmKey): Promise<LlmKeyFacts> {
  const baseUrl = key.baseUrl === null ? ownAddress(key.provider) : allowedUrl(key.baseUrl, ports);
  return ports.llmKeys.save(userId, { ...key, baseUrl }, ports.clock.now());
}

function ownAddress(provider: string): null {
  if (hasOwnAddress(provider)) return null;
  throw refusal(`expected the address of ${provider}: only that of openai is known here`);
}

function allowedUrl(written: string, { loopbackAllowed }: UserServicePorts): string {
  const verdict = checkBaseUrl(written, { loopbackAllowed });
  if ('url' in verdict) return verdict.url;
  throw refusal(verdict.problem);
}

const refusal = (message: string) =>
  new AppError('VALIDATION_FAILED', 'The request is not valid', { details: [{ path: 'baseUrl', message }] });
