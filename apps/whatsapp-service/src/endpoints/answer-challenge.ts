import { z } from 'zod';
import { answerChallenge } from '../use-cases/answer-challenge.ts';
import { endpoint } from './endpoint.ts';

const Parameter = z.string().optional();

export const answerChallengeEndpoint = endpoint({
  method: 'GET',
  path: '/whatsapp/webhooks',
  auth: 'public',
  summary: "Proves to Meta's dashboard that this webhook is ours.",
  input: z.looseObject({ 'hub.mode': Parameter, 'hub.verify_token': Parameter, 'hub.challenge': Parameter }),
  output: z.string(),
  wire: 'raw',
  handle: async (query, { app }) =>
    answerChallenge(app, {
      mode: query['hub.mode'],
      verifyToken: query['hub.verify_token'],
      challenge: query['hub.challenge'],
    }),
});
