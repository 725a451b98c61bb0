import { strict as assert } from 'node:assert';
import type { Message } from './machine.ts';
import type { Stage } from './stage.ts';

type Story = (stage: Stage) => Promise<void>;

async function asked({ machine, say, commandId, hear }: Stage, type: string, title: string, payload: object = {}) {
  const action = await machine.create({
    commandId: commandId(title.replaceAll(/\W+/g, '-')),
    type,
    title,
    payload: { prompt: title, ...payload },
  });
  say(`created a ${type}: "${title}"`);
  return { action, ask: await hear(title) };
}

async function ended(stage: Stage, id: string, status: string): Promise<void> {
  const action = await stage.reach(id, status);
  const { resourceUrl } = action.payload;
  stage.say(`the action is ${status}${typeof resourceUrl === 'string' ? `: ${resourceUrl}` : ''}`);
  await stage.showTimeline(id);
}

const buttonOf = (message: Message, title: string) => {
  const button = message.buttons.find((candidate) => candidate.title === title);
  assert(button, `the message has no button "${title}"`);
  return button;
};

const yesByText: Story = async (stage) => {
  stage.title('1. "yes" by text');
  const title = 'Call the plumber about the leak';
  const { action, ask } = await asked(stage, 'note', title);
  await stage.machine.reply({ text: 'yes', quotedWamid: ask.wamid });
  stage.say('answered "yes"');
  await stage.hear('Done');
  await ended(stage, action.id, 'completed');
  const items = await stage.machine.items('note');
  assert(
    items.some((item) => item.title === title),
    'the note is not in the workspace',
  );
  stage.say('the note is in the workspace');
};

const yesByButton: Story = async (stage) => {
  stage.title('2. yes by button');
  const { action, ask } = await asked(stage, 'todo', 'Buy a new washer');
  await stage.machine.reply({ buttonId: buttonOf(ask, 'Approve').id, quotedWamid: ask.wamid });
  stage.say('tapped [Approve]');
  await stage.hear('Done');
  await ended(stage, action.id, 'completed');
};

const yesByThumb: Story = async (stage) => {
  stage.title('3. yes by a thumbs-up');
  const { action, ask } = await asked(stage, 'research', 'Which pipes last longest');
  await stage.machine.reply({ reaction: '👍🏽', quotedWamid: ask.wamid });
  stage.say('reacted with 👍🏽');
  await stage.hear('Done');
  await ended(stage, action.id, 'completed');
};

const no: Story = async (stage) => {
  stage.title('4. "no"');
  const { action, ask } = await asked(stage, 'todo', 'Sell the house');
  await stage.machine.reply({ text: 'no', quotedWamid: ask.wamid });
  stage.say('answered "no"');
  await stage.hear('Rejected');
  await ended(stage, action.id, 'rejected');
};

const unclear: Story = async (stage) => {
  stage.title('5. "hmm, maybe later" is asked again');
  const { action, ask } = await asked(stage, 'note', 'Paint the fence');
  await stage.machine.reply({ text: 'hmm, maybe later', quotedWamid: ask.wamid });
  stage.say('answered "hmm, maybe later"');
  const again = await stage.hear('did not understand');
  await stage.machine.reply({ buttonId: buttonOf(again, 'Reject').id, quotedWamid: again.wamid });
  stage.say('tapped [Reject]');
  await stage.hear('Rejected');
  await ended(stage, action.id, 'rejected');
};

const editBetween: Story = async (stage) => {
  stage.title('6. an edit between question and answer is never run unseen');
  const { action, ask } = await asked(stage, 'todo', 'Order 2 bags of cement');
  const title = 'Order 20 bags of cement';
  await stage.machine.edit(await stage.reach(action.id, 'awaiting_approval'), { title });
  stage.say(`edited on the web: "${title}"`);
  await stage.hear(title);
  await stage.machine.reply({ text: 'yes', quotedWamid: ask.wamid });
  stage.say('answered "yes" to the first question');
  const fresh = await stage.hear('It changed; here is the new one');
  assert.equal((await stage.machine.action(action.id)).status, 'awaiting_approval');
  stage.say('nothing was done; now "yes" to the new one');
  await stage.machine.reply({ buttonId: buttonOf(fresh, 'Approve').id, quotedWamid: fresh.wamid });
  await stage.hear('Done');
  await ended(stage, action.id, 'completed');
};

const editByReply: Story = async (stage) => {
  stage.title('7. "yes but at 3pm" changes it, and asks again');
  const { action, ask } = await asked(stage, 'reminder', 'Call the plumber', { prompt: 'tomorrow at 9am' });
  await stage.machine.reply({ text: 'yes but at 3pm', quotedWamid: ask.wamid });
  stage.say('answered "yes but at 3pm"');
  const fresh = await stage.hear('It changed.');
  assert.equal((await stage.machine.action(action.id)).status, 'awaiting_approval');
  await stage.machine.reply({ text: 'no', quotedWamid: fresh.wamid });
  stage.say('answered "no"');
  await stage.hear('Rejected');
  await ended(stage, action.id, 'rejected');
};

const severalAtOnce: Story = async (stage) => {
  stage.title('8. several questions, one answer');
  const first = await asked(stage, 'todo', 'Sweep the yard');
  const second = await asked(stage, 'note', 'The yard is large');
  await stage.machine.reply({ text: 'yes' });
  stage.say('answered "yes", to none in particular');
  const list = await stage.hear('Which one do you mean?');
  await stage.machine.reply({ text: 'reject 1, approve 2', quotedWamid: list.wamid });
  stage.say('answered "reject 1, approve 2", quoting the list');
  await stage.hear('Rejected');
  await ended(stage, second.action.id, 'rejected');
  await ended(stage, first.action.id, 'completed');
};

/** The whole story, in the order in which it is told. */
export const stories: readonly Story[] = [
  yesByText,
  yesByButton,
  yesByThumb,
  no,
  unclear,
  editBetween,
  editByReply,
  severalAtOnce,
];
