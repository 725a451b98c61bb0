import { freePort } from '@intexuraos/testing';
import { startProgram, until } from '../child.ts';
import { send } from '../http.ts';

export interface Platforms {
  readonly answeringUrl: string;
  /** Takes every call and never says a word. */
  readonly hangingUrl: string;
  readonly hubUrl: string;
  stop(): Promise<void>;
}

/** Platforms in a process of their own, as they are in the world. */
export async function startPlatforms(): Promise<Platforms> {
  const ports = [await freePort(), await freePort(), await freePort()] as const;
  const child = startProgram('infra/bench/operations/platforms/main.ts', {}, ports.map(String));
  const [answeringUrl, hangingUrl, hubUrl] = ports.map((port) => `http://127.0.0.1:${port}`);
  if (answeringUrl === undefined || hangingUrl === undefined || hubUrl === undefined) throw new Error('three ports');
  for (const url of [answeringUrl, hubUrl]) await until(`${url} to answer`, () => send({ method: 'GET', url }));
  return { answeringUrl, hangingUrl, hubUrl, stop: () => child.stop() };
}
