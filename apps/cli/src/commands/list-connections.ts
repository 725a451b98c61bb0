import { z } from 'zod';
import { exitCodes } from '../cli-error.ts';
import type { CliCommand } from './define.ts';

const Connection = z.looseObject({
  id: z.string(),
  platform: z.string(),
  label: z.string(),
  health: z.string(),
  lastUsedAt: z.string().nullable(),
});
const Connections = z.object({ connections: z.array(Connection) });

export const listConnections: CliCommand = {
  words: ['connections', 'list'],
  takes: '',
  namesMin: 0,
  namesMax: 0,
  summary: 'your accounts on outside platforms',
  options: {},
  async run({ api, print }) {
    const answer = await api.get('/connections', Connections);
    const lines = answer.connections.map(({ id, platform, label, health, lastUsedAt }) =>
      [id, platform.padEnd(15), health.padEnd(15), lastUsedAt ?? 'not used yet'.padEnd(24), label].join('  '),
    );
    print(answer, lines.length === 0 ? 'There are none.' : lines.join('\n'));
    return exitCodes.done;
  },
};
