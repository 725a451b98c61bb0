/** The words of the chat. They are loaded with that page. */
export const chatTexts = {
  title: 'Chat',
  lead: 'A phone to try it with. What you write travels as a real WhatsApp message would.',
  writeLabel: 'Message',
  placeholder: 'note: call the plumber about the leak',
  send: 'Send',
  quote: 'Reply to this',
  quoting: 'Replying to',
  stopQuoting: 'Do not quote',
  react: 'React with 👍',
  reacted: 'Your reaction:',
  you: 'You',
  assistant: 'Assistant',
  empty: 'No messages yet. Write a command, such as “todo: buy milk tomorrow”.',
  log: 'Messages',
} as const;
