import { layers } from '../../domain/command.ts';
import { certainty } from '../../domain/reading.ts';
import type { MeasuredCommand, Measurement, Reader } from './measure.ts';

type Rule = (command: MeasuredCommand) => boolean;

export const isRight: Rule = ({ classification, label }) => (classification?.type ?? 'nothing') === label;
export const isSure: Rule = ({ classification }) => classification !== null && classification.confidence >= 0.9;
export const isSmallTalk: Rule = ({ label }) => label === 'nothing';
const isWish: Rule = (command) => !isSmallTalk(command);
const isLeftAlone: Rule = ({ classification }) => classification === null;
export const isUnambiguous: Rule = ({ ambiguous }) => !ambiguous;

type Cells = readonly (string | number)[];

/** Padded, as a formatter of Markdown would leave it. */
function table(head: Cells, rows: readonly Cells[]): string {
  const texts = [head, ...rows].map((cells) => cells.map(String));
  const widths = head.map((_, column) => Math.max(3, ...texts.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [first = '', ...rest] = texts.map((cells) =>
    line(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0))),
  );
  return [first, line(widths.map((width) => '-'.repeat(width))), ...rest].join('\n');
}

function share(commands: readonly MeasuredCommand[], rule: Rule): string {
  if (commands.length === 0) return '-';
  const counted = commands.filter(rule).length;
  return `${counted} of ${commands.length} (${((100 * counted) / commands.length).toFixed(1)} %)`;
}

function halves(commands: readonly MeasuredCommand[], rule: Rule): Cells {
  const [lookedAt, heldOut] = [false, true].map((half) => commands.filter((command) => command.heldOut === half));
  return [share(lookedAt ?? [], rule), share(heldOut ?? [], rule), share(commands, rule)];
}

const halfNames = ['looked at', 'held out', 'all'];
const languagesOf = (commands: readonly MeasuredCommand[]) => [...new Set(commands.map(({ language }) => language))];

function readerTable(measured: readonly Measurement[]): string {
  const rows = measured.map(({ reader, commands }) => [
    reader,
    ...halves(commands.filter(isWish).filter(isUnambiguous), isRight),
    commands.filter((command) => isSure(command) && !isRight(command)).length,
  ]);
  return table(['read by', ...halfNames, 'wrong with confidence ≥ 0.9'], rows);
}

function layerTable({ commands }: Measurement): string {
  const rows = layers.map((layer) => {
    const decided = commands.filter((command) => isWish(command) && command.classification?.layer === layer);
    return [
      layer,
      ...halves(decided.filter(isUnambiguous), isRight),
      share(
        decided.filter((one) => one.ambiguous),
        isRight,
      ),
    ];
  });
  return table(['decided by', ...halfNames, 'ambiguous ones, as labelled'], rows);
}

function languageTable({ commands }: Measurement): string {
  const rows = languagesOf(commands).map((language) => {
    const spoken = commands.filter(
      (command) => command.language === language && isWish(command) && isUnambiguous(command),
    );
    return [language, ...halves(spoken, isRight)];
  });
  return table(['language', ...halfNames], rows);
}

function crossTable({ commands }: Measurement): string {
  const rows = languagesOf(commands).flatMap((language) => {
    const spoken = commands.filter(
      (command) => command.language === language && isWish(command) && isUnambiguous(command),
    );
    return [
      [
        language,
        ...layers.map((layer) =>
          share(
            spoken.filter(({ classification }) => classification?.layer === layer),
            isRight,
          ),
        ),
      ],
    ];
  });
  return table(['language', ...layers], rows);
}

function smallTalkTable({ commands }: Measurement): string {
  const rows = [...languagesOf(commands), null].map((language) => {
    const spoken = language === null ? commands : commands.filter((command) => command.language === language);
    const [talk, wishes] = [spoken.filter(isSmallTalk), spoken.filter(isWish)];
    return [language ?? 'all', ...halves(talk, isLeftAlone), share(wishes, isLeftAlone)];
  });
  return table(['language', ...halfNames, 'wishes that were left alone'], rows);
}

const of = (measured: readonly Measurement[], reader: Reader): Measurement => {
  const found = measured.find((measurement) => measurement.reader === reader);
  if (found === undefined) throw new Error(`${reader} was not measured`);
  return found;
};

/** How well commands are read, as Markdown. */
export function reportOf(measured: readonly Measurement[]): string {
  const rules = of(measured, 'rules alone');
  const { commands } = rules;
  return `# How commands are read: the measurement

Made by \`npm run commands\` over ${commands.filter(isWish).length} labelled commands in ${languagesOf(commands).length} languages
(\`apps/commands-agent/labelled\`), written for this project as people write in chats; ${commands.filter(({ ambiguous }) => ambiguous).length} of them are marked as ambiguous and count
only where the table says so. A text's hash decides its half: the mistakes of the half "held out" were never looked at.
Both halves and the word lists have the same author, so the figures say how well the rules do what they are meant to do;
how strangers write, only corrections will show.

## Who reads, and how much is right

Required: at least 90 % of the unambiguous ones right by the rules alone, and never a wrong type with a confidence of 0.9
or more, because from there on a link is saved without asking. A model answers with confidence 1 here and counts for at
most ${certainty.modelMax}; where it gives no usable answer, each command is what the rules make of it.

${readerTable(measured)}

## The rules alone, by what decided

${layerTable(rules)}

${languageTable(rules)}

${crossTable(rules)}

## Small talk

Greetings, thanks, and a yes or no that answers nothing: ${commands.filter(isSmallTalk).length} texts of which no action shall come, beside the commands.
Only a text of which every word is known to be small talk is left alone, and no model is asked about it.

${smallTalkTable(rules)}

## With a model that answers the label

${layerTable(of(measured, 'answers the label'))}
`;
}
