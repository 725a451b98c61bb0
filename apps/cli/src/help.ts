import { cliCommands } from './commands/index.ts';

const lines = cliCommands.map(({ words, takes, summary }) => ({ call: [...words, takes].join(' ').trim(), summary }));

export const help = `intexuraos: your actions from a terminal

${lines.map(({ call, summary }) => `  ${call}\n      ${summary}`).join('\n')}

  --json           what the server said, for programs
  --data-dir DIR   where \`npm start\` keeps its data; default .data, or INTEXURAOS_DATA_DIR
  --url URL        another place, or INTEXURAOS_URL; the token is then in INTEXURAOS_TOKEN

An action is named by its id or by the code of its question, like K7QF2.
Exit codes: 0 done, 1 failed or not approved, 2 wrong usage, 3 not signed in, 4 not found, 5 changed or not possible any more, 6 approved and not ended.`;
