import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readChoices } from '../../domain/reply/choices.ts';
import { readExact } from '../../domain/reply/exact.ts';
import { vetoesOf } from '../../domain/reply/veto.ts';
import { isPattern } from './corpus.ts';
import { approvalsReversed, type Figure, falseApprovals, plainVocabulary, shareOf, shortApprovals } from './figures.ts';
import { type Layer, type MeasuredLayer, type MeasuredReply, measureReplies } from './measure.ts';

const data = process.env['CORPUS_DIR'] ?? resolve(import.meta.dirname, '../../../../../../shared/data');
const directory = join(data, 'replies');
const isThere = existsSync(directory);
if (!isThere)
  process.stderr.write(`\nSKIPPED: no labelled replies at ${directory}. Set CORPUS_DIR to measure reply reading.\n\n`);

(isThere ? describe : describe.skip)('over the labelled replies of other projects', () => {
  let measured: readonly MeasuredLayer[] = [];
  beforeAll(async () => {
    measured = await measureReplies(directory);
  }, 180_000);

  const repliesOf = (layer: Layer) => measured.find((one) => one.layer === layer)?.replies ?? [];
  const shareIn = (layer: Layer, figure: Figure) => shareOf(repliesOf(layer), figure);
  const rate = ({ counted, of }: { counted: number; of: number }) => counted / of;
  const texts = (replies: readonly MeasuredReply[]) => replies.map(({ text }) => text);
  const whatIs = (layer: Layer, figure: Figure) => texts(repliesOf(layer).filter(figure.over).filter(figure.counts));

  test('the corpus is whole', () => {
    expect(shareIn('exact words', falseApprovals).of).toBe(953);
    expect(repliesOf('exact words')).toHaveLength(1_910);
  });

  test('the rows left out are patterns, each known by its id', () => {
    const patterns = repliesOf('exact words').filter(isPattern);
    expect(patterns.map(({ id }) => id).sort()).toEqual([
      '087f5b885a0a',
      '2a626fd5884e',
      'a3c3e4a08cf7',
      'c6e8479950d0',
    ]);
  });

  test('layers 1 to 3 approve nothing that is not labelled approve', () => {
    expect(whatIs('exact words', falseApprovals)).toEqual([]);
  });

  test('no number or code is read out of a reply that names no question, but out of "all"', () => {
    const naming = repliesOf('exact words').flatMap(({ text }) => (readExact(text).intent === 'unclear' ? [text] : []));
    const deciding = naming.filter((text) => {
      const choices = readChoices(text);
      return choices !== 'unclear' && choices?.some(({ decision }) => decision === 'approve');
    });
    expect(deciding).toEqual(['I confirm that all.']);
  });

  test('no approval is read as a rejection', () => {
    expect(whatIs('exact words', approvalsReversed)).toEqual([]);
  });

  test('an approval that also asks or changes something is not decided by exact words', () => {
    const asksToo = repliesOf('exact words').filter(({ compound }) => compound === true);
    expect(asksToo.length).toBeGreaterThan(700);
    expect(texts(asksToo.filter(({ intent }) => intent === 'approve'))).toEqual([]);
  });

  test('exact words decide at least 90 % of the plain vocabulary, the right way', () => {
    expect(rate(shareIn('exact words', plainVocabulary))).toBeGreaterThanOrEqual(0.9);
  });

  test('exact words decide at least 60 % of the short approvals, in the half that was never looked at too', () => {
    expect(rate(shareIn('exact words', shortApprovals))).toBeGreaterThanOrEqual(0.6);
    const heldOut = repliesOf('exact words').filter((reply) => reply.heldOut);
    expect(rate(shareOf(heldOut, shortApprovals))).toBeGreaterThanOrEqual(0.6);
  });

  test('a model that always approves gets nothing through that is not labelled approve', () => {
    expect(whatIs('approves everything', falseApprovals)).toEqual([]);
  });

  test('nor anything with a negation, a condition, a question or a change in it, whatever its label', () => {
    const plainly = new Set(texts(repliesOf('exact words').filter(({ intent }) => intent === 'approve')));
    const letThrough = repliesOf('approves everything').filter(
      ({ intent, text }) => intent === 'approve' && !plainly.has(text),
    );
    const suspicious =
      /[?\d]|\b(?:not?|n't|never|if|but|unless|only|when|what|how|where|instead|change|actually|tomorrow|today)\b/i;
    expect(letThrough.length).toBeGreaterThan(30);
    expect(letThrough.filter(({ text }) => suspicious.test(text) || vetoesOf(text).length > 0)).toEqual([]);
  });

  test('a model that answers the label approves nothing else either', () => {
    expect(whatIs('answers the label', falseApprovals)).toEqual([]);
    expect(whatIs('answers the label', approvalsReversed)).toEqual([]);
  });

  test.each(['answers garbage', 'answers late', 'fails'] as const)('a model that %s changes nothing', (layer) => {
    const plainly = repliesOf('exact words').map(({ intent }) => intent);
    expect(repliesOf(layer).map(({ intent }) => intent)).toEqual(plainly);
  });
});
