import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createChatApi, type Message, type Reply } from '../../api/chat.ts';
import { useApi } from '../../app-context.ts';

const chatKey = ['chat'] as const;
/** Often enough for what was decided elsewhere to be seen here within a second. */
const lookEveryMs = 250;

/** All messages of the simulated phone; new ones are fetched again and again, from the last known one on. */
export function useMessages() {
  const chat = useApi(createChatApi);
  const queries = useQueryClient();
  return useQuery({
    queryKey: chatKey,
    queryFn: async ({ signal }): Promise<readonly Message[]> => {
      const known = queries.getQueryData<readonly Message[]>(chatKey) ?? [];
      const found = await chat.messages(known.at(-1)?.wamid ?? null, signal);
      // A phone that was started anew gives everything again.
      const isNew = ({ wamid }: Message) => !known.some((message) => message.wamid === wamid);
      return [...known, ...found.filter(isNew)];
    },
    refetchInterval: lookEveryMs,
    staleTime: lookEveryMs,
  });
}

/** Says something on the simulated phone, and looks for what came of it at once. */
export function useReply() {
  const chat = useApi(createChatApi);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reply: Reply) => chat.reply(reply),
    onSettled: () => queries.invalidateQueries({ queryKey: chatKey }),
  });
}
