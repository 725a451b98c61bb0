import { silentLogger } from '@intexuraos/kernel';
import { createLanguageModel } from '@intexuraos/llm';
import { createScriptedModelServer, type Script } from '@intexuraos/llm/scripted-server';
import { readWhen } from '@intexuraos/spoken-time';
import { createAskModel } from '../../adapters/command-classifier/ask-model.ts';
import type { Classification } from '../../domain/command.ts';
import { smallTalkIn } from '../../domain/small-talk.ts';
import type { AskModel } from '../../ports.ts';
import { classifyCommand } from '../../use-cases/classify-command.ts';
import { type LabelledCommand, labelledCommands } from './labelled.ts';
import { lateMs, type StandIn, standIns } from './stand-ins.ts';

export type Reader = 'rules alone' | StandIn;

export interface MeasuredCommand extends LabelledCommand {
  /** Null: small talk, of which nothing comes. */
  readonly classification: Classification | null;
}

export interface Measurement {
  readonly reader: Reader;
  readonly commands: readonly MeasuredCommand[];
}

/** A Friday, eleven in the morning in Warsaw. */
const saidAt = Date.parse('2026-11-20T10:00:00Z');
const atOnce = 16;

/** As the app reads them, with this model. */
async function readAll(askModel: AskModel): Promise<readonly MeasuredCommand[]> {
  const ports = {
    askModel,
    readTimes: readWhen,
    localeOf: async () => ({ timeZone: 'Europe/Warsaw', language: 'en' }),
  };
  const read = async (command: LabelledCommand) => ({
    ...command,
    classification:
      smallTalkIn(command.text) === null
        ? await classifyCommand(ports, { userId: 'nobody', text: command.text, saidAt })
        : null,
  });
  const measured: MeasuredCommand[] = [];
  for (let at = 0; at < labelledCommands.length; at += atOnce) {
    measured.push(...(await Promise.all(labelledCommands.slice(at, at + atOnce).map(read))));
  }
  return measured;
}

async function measureStandIn(reader: StandIn, script: Script): Promise<Measurement> {
  const server = await createScriptedModelServer(script);
  const deadlineMs = reader === 'answers late' ? lateMs / 20 : 30_000;
  const model = createLanguageModel({ apiKey: 'sk-stand-in', model: 'stand-in', baseUrl: server.url, deadlineMs });
  const languageModelOf = async () => ({ outcome: 'found', model }) as const;
  try {
    return { reader, commands: await readAll(createAskModel({ languageModelOf, log: silentLogger })) };
  } finally {
    await server.close();
  }
}

/** How the labelled commands are read: by the rules alone, and with each stand-in for a language model. */
export async function measureCommands(): Promise<readonly Measurement[]> {
  const measured: Measurement[] = [{ reader: 'rules alone', commands: await readAll(async () => null) }];
  for (const [reader, script] of standIns(labelledCommands)) measured.push(await measureStandIn(reader, script));
  return measured;
}
