import { type Action, type Approval, type Ask, type Phase, statusOf } from '../domain/action.ts';
import { askId } from '../domain/ask.ts';
import { hashOf } from '../domain/content.ts';
import { untouched } from '../domain/create.ts';

/** When the tests' actions were created, and the present unless a test says otherwise. */
export const noon = Date.parse('2026-11-20T12:00:00Z');

const blank: Omit<Action, 'contentHash'> = {
  id: 'a1',
  userId: 'anna',
  commandId: 'c1',
  ordinal: 0,
  type: 'keyed',
  confidence: 0.8,
  title: 'Buy milk',
  status: 'pending',
  payload: {},
  createdAt: noon,
  updatedAt: noon,
  origin: { kind: 'command', id: 'c1' },
  prepared: null,
  preparation: null,
  target: { service: 'target', connectionId: null },
  ...untouched,
  requestHash: '',
  events: [],
};

/** An action that nobody was asked about yet, but for what a test says; its hash fits its content. */
export function anAction(facts: Partial<Action> = {}): Action {
  const action = { ...blank, ...facts };
  return { ...action, contentHash: facts.contentHash ?? hashOf(action) };
}

export const anAsk = ({ id, version, asksMade }: Action, facts: Partial<Ask> = {}): Ask => ({
  id: askId(id, Math.max(asksMade, 1)),
  version,
  createdAt: noon,
  expiresAt: noon + 24 * 3_600_000,
  clarifications: 0,
  hint: null,
  code: '0CODE',
  delivery: { status: 'sent' },
  ...facts,
});

export const anApproval = ({ version, contentHash }: Action, facts: Partial<Approval> = {}): Approval => ({
  by: 'anna',
  channel: 'whatsapp-button',
  version,
  contentHash,
  askId: null,
  decidedAt: noon,
  evidence: 'wamid.1',
  ...facts,
});

const afterAsk: readonly Phase[] = ['awaiting_approval', 'approved', 'processing', 'completed', 'failed'];
const afterApproval: readonly Phase[] = ['approved', 'processing', 'completed', 'failed'];
const afterClaim: readonly Phase[] = ['processing', 'completed', 'failed'];

/** An action that came to a phase in the ordinary way: asked about, approved, run once. */
export function anActionIn(phase: Phase, facts: Partial<Action> = {}): Action {
  const action = anAction({ status: statusOf(phase), asksMade: afterAsk.includes(phase) ? 1 : 0, ...facts });
  return {
    ...action,
    ...(afterAsk.includes(phase) && { ask: anAsk(action) }),
    ...(afterApproval.includes(phase) && { approval: anApproval(action) }),
    ...(afterClaim.includes(phase) && { epoch: 1, attempts: 1 }),
    ...(phase === 'processing' && { lease: { owner: 'w1', until: noon + 120_000 } }),
    ...(phase === 'completed' && { outcome: 'effect' as const }),
    ...(phase === 'failed' && {
      outcome: 'no_effect' as const,
      failure: { code: 'FAILED', message: 'no', retryable: false },
    }),
    ...facts,
  };
}
