import type { Script, ScriptedAnswer } from './scripted-server.ts';

/** One after the other, so that each kind of nonsense and failure is met by many questions. */
export const inTurn = (answers: readonly ScriptedAnswer[]): Script => {
  let turn = -1;
  return () => {
    turn += 1;
    return answers[turn % answers.length] ?? { status: 500 };
  };
};

/** Every way in which a model says nothing. */
export const failing = (): Script =>
  inTurn([
    { status: 401 },
    { status: 403 },
    { status: 429 },
    { status: 500 },
    { status: 503 },
    { cut: true },
    { refusal: 'No.' },
  ]);
