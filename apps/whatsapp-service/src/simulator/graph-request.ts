import { z } from 'zod';

const Body = z.object({ body: z.string().min(1).max(4096) });
const Button = z.object({
  type: z.literal('reply'),
  reply: z.object({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) }),
});
const Interactive = z.object({
  type: z.literal('button'),
  body: z.object({ text: z.string().min(1).max(1024) }),
  action: z.object({ buttons: z.array(Button).min(1).max(3) }),
});
const Template = z.object({
  name: z.string().min(1),
  language: z.object({ code: z.string().min(2) }),
  components: z.array(z.object({ type: z.string(), parameters: z.array(z.object({ text: z.string().max(1024) })) })),
});

/** What of `POST /{phone-number-id}/messages` this stand-in takes, with the limits of the real one. */
const common = {
  messaging_product: z.literal('whatsapp'),
  to: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
  context: z.object({ message_id: z.string() }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
};
const GraphRequest = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('text'), text: Body }),
  z.object({ ...common, type: z.literal('interactive'), interactive: Interactive }),
  z.object({ ...common, type: z.literal('template'), template: Template }),
]);
type GraphRequest = z.infer<typeof GraphRequest>;

export interface SentLetter {
  readonly to: string;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
  readonly context: string | null;
  readonly callbackData: string | null;
}

/** The request's meaning, or what is wrong with it in words. */
export function readGraphRequest(rawBody: Buffer): SentLetter | { readonly problem: string } {
  const parsed = GraphRequest.safeParse(json(rawBody));
  if (!parsed.success) return { problem: parsed.error.issues.map(({ path }) => path.join('.')).join(', ') };
  const { data } = parsed;
  const to = data.to ?? data.recipient;
  if (to === undefined) return { problem: 'to' };
  const { context, biz_opaque_callback_data: callbackData = null } = data;
  return { to, ...content(data), context: context?.message_id ?? null, callbackData };
}

function content(data: GraphRequest): Pick<SentLetter, 'text' | 'buttons'> {
  switch (data.type) {
    case 'text':
      return { text: data.text.body, buttons: [] };
    case 'interactive':
      return {
        text: data.interactive.body.text,
        buttons: data.interactive.action.buttons.map(({ reply }) => reply),
      };
    case 'template': {
      const parameters = data.template.components.flatMap((component) => component.parameters);
      return { text: parameters.map(({ text }) => text).join(' '), buttons: [] };
    }
  }
}

function json(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    return null;
  }
}
