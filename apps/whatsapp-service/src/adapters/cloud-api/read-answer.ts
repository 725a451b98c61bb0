import { type Loose, object, objects, text } from '../../domain/loose.ts';
import { classOfCode, classOfStatus } from '../../domain/send-failure.ts';
import type { SendOutcome } from '../../ports.ts';

/** What an HTTP answer of the Cloud API means. `body` is what it sent, whatever that is. */
export function readAnswer(status: number, body: string): SendOutcome {
  const answer = parse(body);
  if (status >= 200 && status < 300) return readSuccess(answer);
  const code = object(answer['error'])['code'];
  if (typeof code === 'number') {
    return { outcome: 'refused', code: String(code), failureClass: classOfCode(code) ?? classOfStatus(status) };
  }
  // A gateway that lost the other end does not know what became of the request.
  if (status === 502 || status === 504) return { outcome: 'unknown', reason: `HTTP ${status}` };
  return { outcome: 'refused', code: `HTTP_${status}`, failureClass: classOfStatus(status) };
}

/** Without an id it was taken all the same, as far as anybody can know. */
function readSuccess(answer: Loose): SendOutcome {
  const wamid = text(objects(answer['messages'])[0]?.['id']);
  return wamid === null ? { outcome: 'unknown', reason: 'no id in the answer' } : { outcome: 'accepted', wamid };
}

function parse(body: string): Loose {
  try {
    return object(JSON.parse(body));
  } catch {
    return {};
  }
}
