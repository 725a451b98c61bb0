import { isPattern } from './corpus.ts';
import { type Figure, figuresWithModel, figuresWithoutModel, type Share, shareOf } from './figures.ts';
import type { MeasuredLayer, MeasuredReply } from './measure.ts';

type Cells = readonly (string | number)[];

const lineOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** Padded, as a formatter of Markdown would leave it. */
function table(head: Cells, rows: readonly Cells[]): string {
  const texts = [head, ...rows].map((cells) => cells.map(String));
  const widths = head.map((_, column) => Math.max(3, ...texts.map((cells) => cells[column]?.length ?? 0)));
  const [first = '', ...rest] = texts.map((cells) =>
    lineOf(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0))),
  );
  return [first, lineOf(widths.map((width) => '-'.repeat(width))), ...rest].join('\n');
}

const shown = ({ counted, of }: Share) =>
  of === 0 ? '-' : `${counted} of ${of} (${((100 * counted) / of).toFixed(1)} %)`;

function figureTable({ layer, replies }: MeasuredLayer): string {
  const figures: readonly Figure[] = layer === 'exact words' ? figuresWithoutModel : figuresWithModel;
  const halves = [replies.filter(({ heldOut }) => !heldOut), replies.filter(({ heldOut }) => heldOut), replies];
  const rows = figures.map((figure) => [
    figure.name,
    ...halves.map((half) => shown(shareOf(half, figure))),
    figure.required ?? '',
  ]);
  return table(['', 'looked at', 'held out', 'all', 'required'], rows);
}

const intents = ['approve', 'reject', 'unclear'] as const;

function languageRow(layer: string, language: string, replies: readonly MeasuredReply[]): Cells {
  const ofLanguage = replies.filter(({ lang }) => lang === language);
  const yes = ofLanguage.filter(({ label }) => label === 'approve');
  const rest = ofLanguage.filter(({ label }) => label !== 'approve');
  const counts = [yes, rest].flatMap((part) =>
    intents.map((intent) => part.filter((reply) => reply.intent === intent).length),
  );
  return [layer, language, ...counts];
}

/** Where the model gives no answer, each row is what the exact words made of it. */
const telling: readonly MeasuredLayer['layer'][] = ['exact words', 'approves everything', 'answers the label'];

function languageTable(measured: readonly MeasuredLayer[]): string {
  const shownLayers = measured.filter(({ layer }) => telling.includes(layer));
  const rows = shownLayers.flatMap(({ layer, replies }) =>
    [...new Set(replies.map(({ lang }) => lang))].sort().map((language) => languageRow(layer, language, replies)),
  );
  const head = [
    'layer',
    'language',
    ...intents.map((intent) => `approval → ${intent}`),
    ...intents.map((intent) => `other → ${intent}`),
  ];
  return table(head, rows);
}

const titles: Readonly<Record<MeasuredLayer['layer'], string>> = {
  'exact words': 'Without a model',
  'approves everything': 'With a model that always approves, confidence 1',
  'answers the label': 'With a model that answers the label, confidence 1',
  'answers garbage': 'With a model that answers garbage',
  'answers late': 'With a model that answers too late',
  fails: 'With a model that fails: 401, 403, 429, 500, 503, a cut connection, a refusal',
};

/** The 95 % upper bound of a rate of which nothing was seen in `count` tries (the rule of three). */
const upperBound = (count: number) => `${(300 / count).toFixed(2)} %`;

/** Figures only: the corpus is other people's work and stays where it is. */
export function reportOf(measured: readonly MeasuredLayer[]): string {
  const replies = measured[0]?.replies ?? [];
  const negatives = replies.filter(({ label }) => label !== 'approve');
  const unseen = negatives.filter(({ heldOut }) => heldOut).length;
  const patterns = replies.filter(isPattern).map(({ id }) => `\`${id}\``);
  return `# How replies are read: the measurement

Made by \`node --conditions=source apps/actions-agent/replies.ts --write docs/replies.md\` over ${replies.length} labelled replies in
${new Set(replies.map(({ lang }) => lang)).size} languages; ${negatives.length} of them are not approvals. No false approval in the ${unseen} held-out ones means a rate below ${upperBound(unseen)} (95 %, rule of three).

The word lists were completed with one half of the dialogues in view ("looked at", by a hash of the row's id); the other half
is "held out". The short vocabulary rows and the adversarial sentences had all been read before the lists were written, so for
those the halves say nothing. One veto ("that will do") was added after reading what got through in the held-out half.
Left out as patterns, not replies: ${patterns.join(', ')}.

A model's yes stands only when every word of the reply is known to be harmless in one and the same language, and one of them is
a yes. That is why a model that always approves gets no further than one that is right, and why a quarter of the real approvals
ends in buttons instead.

${measured.map((layer) => `## ${titles[layer.layer]}\n\n${figureTable(layer)}`).join('\n\n')}

## Per layer and language

"approval" are rows labelled approve, "other" all the rest; what stands in "other → approve" is a false approval. With a model that gives no
answer each row is as with exact words.

${languageTable(measured)}
`;
}
