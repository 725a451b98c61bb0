import { silentLogger } from '@intexuraos/kernel';
import { createLanguageModel } from '@intexuraos/llm';
import { createScriptedModelServer, type Script } from '@intexuraos/llm/scripted-server';
import type { Intent } from '../../domain/reply/intent.ts';
import { acceptModelAnswer, readReply } from '../../domain/reply/read-reply.ts';
import type { IntentClassifier } from '../../ports.ts';
import { createIntentClassifier } from './classify.ts';
import { type LabelledReply, readCorpus } from './corpus.ts';
import { lateMs, type StandIn, standIns } from './stand-ins.ts';

/** `exact words` stands for all layers without a model: the corpus holds texts only. */
export type Layer = 'exact words' | StandIn;

export interface MeasuredReply extends LabelledReply {
  readonly intent: Intent;
}

export interface MeasuredLayer {
  readonly layer: Layer;
  readonly replies: readonly MeasuredReply[];
}

type Read = (reply: LabelledReply) => Promise<MeasuredReply>;

const nobody = { secret: 'a secret of the measurement', userId: 'nobody' };
const atOnce = 16;

const plainly: Read = async (reply) => ({ ...reply, intent: readReply({ text: reply.text }, nobody).reading.intent });

/** As the app reads: without a model where that decides, then with its answer at low risk, where most could go wrong. */
const withModel =
  (classify: IntentClassifier): Read =>
  async (reply) => {
    const { reading, wantsModel } = readReply({ text: reply.text }, nobody);
    if (!wantsModel) return { ...reply, intent: reading.intent };
    const classified = await classify(nobody.userId, reply.text);
    if (classified.outcome !== 'answered') return { ...reply, intent: 'unclear' };
    return { ...reply, intent: acceptModelAnswer(reply.text, classified.answer, 'low').intent };
  };

async function readAll(corpus: readonly LabelledReply[], read: Read): Promise<readonly MeasuredReply[]> {
  const replies: MeasuredReply[] = [];
  for (let at = 0; at < corpus.length; at += atOnce) {
    replies.push(...(await Promise.all(corpus.slice(at, at + atOnce).map(read))));
  }
  return replies;
}

async function measureStandIn(
  corpus: readonly LabelledReply[],
  layer: StandIn,
  script: Script,
): Promise<MeasuredLayer> {
  const server = await createScriptedModelServer(script);
  const deadlineMs = layer === 'answers late' ? lateMs / 40 : lateMs * 4;
  const model = createLanguageModel({ apiKey: 'stand-in', baseUrl: server.url, model: layer, deadlineMs });
  const classify = createIntentClassifier({
    languageModelOf: async () => ({ outcome: 'found', model }),
    log: silentLogger,
  });
  try {
    return { layer, replies: await readAll(corpus, withModel(classify)) };
  } finally {
    await server.close();
  }
}

/** Reads every reply of the corpus with each layer; the stand-in models answer over HTTP, as a real one would. */
export async function measureReplies(directory: string): Promise<readonly MeasuredLayer[]> {
  const corpus = await readCorpus(directory);
  const measured: MeasuredLayer[] = [{ layer: 'exact words', replies: await readAll(corpus, plainly) }];
  for (const [layer, script] of standIns(corpus)) measured.push(await measureStandIn(corpus, layer, script));
  return measured;
}
