import { describe, expect, test } from '@jest/globals';
import { readExact } from '../exact.ts';
import { type PhraseKind, phraseBooks, phrasesOf } from '../phrase-book.ts';
import { vetoesOf } from '../veto.ts';
import { vocabularies } from './index.ts';
import { vetoWords } from './vocabulary.ts';

const phrases = (...kinds: readonly PhraseKind[]) =>
  phraseBooks().flatMap((book) => [...book.kinds].filter(([, kind]) => kinds.includes(kind)).map(([phrase]) => phrase));

const wordsOfVeto = vocabularies.flatMap((vocabulary) =>
  vetoWords.flatMap((kind) => phrasesOf(vocabulary.vetoes[kind]).map((word) => ({ vocabulary, word }))),
);

describe('the vocabularies', () => {
  test('nineteen languages, each once', () => {
    expect(new Set(vocabularies.map(({ language }) => language)).size).toBe(19);
  });

  test('every listed yes is read as a yes, but for those that also mock', () => {
    expect(phrases('yes', 'approve').filter((phrase) => readExact(phrase).intent !== 'approve')).toEqual([]);
  });

  test('every listed no is read as a no', () => {
    expect(phrases('reject', 'refuse').filter((phrase) => readExact(phrase).intent !== 'reject')).toEqual([]);
  });

  test('what is said in mockery decides nothing', () => {
    const doubtful = vocabularies.flatMap((vocabulary) => phrasesOf(vocabulary.doubtful));
    expect(doubtful.filter((phrase) => readExact(phrase).intent !== 'unclear')).toEqual([]);
  });

  test('politeness, praise and echoes decide nothing alone', () => {
    const alone = phrases('courtesy', 'praise', 'echo', 'plain').filter(
      (phrase) => readExact(phrase).intent === 'approve',
    );
    // Each is a yes in another language: "tak" is thanks in Danish and yes in Polish.
    expect(new Set(alone)).toEqual(new Set(['tak', 'так', 'ja', 'confirmar']));
  });

  test('a yes beside a no is never an approval, in any two languages', () => {
    const yes = new Set(
      phraseBooks().flatMap(({ kinds }) =>
        [...kinds]
          .filter(([, kind]) => kind === 'yes')
          .slice(0, 2)
          .map(([word]) => word),
      ),
    );
    const no = new Set(
      phraseBooks().flatMap(({ kinds }) =>
        [...kinds]
          .filter(([, kind]) => kind === 'reject')
          .slice(0, 4)
          .map(([word]) => word),
      ),
    );
    const pairs = [...yes].flatMap((one) => [...no].flatMap((other) => [`${one} ${other}`, `${other}, ${one}`]));
    const listed = new Set(phrases('yes', 'approve', 'reject'));
    expect(pairs.length).toBeGreaterThan(2_000);
    expect(pairs.filter((pair) => !listed.has(pair.replace(',', '')) && readExact(pair).intent === 'approve')).toEqual(
      [],
    );
  });

  test('no veto word is harmless in its own language', () => {
    const harmless = wordsOfVeto.filter(({ vocabulary, word }) => {
      const kind = phraseBooks()
        .find(({ language }) => language === vocabulary.language)
        ?.kinds.get(word);
      return kind !== undefined && kind !== 'reject' && kind !== 'refuse';
    });
    expect(harmless.map(({ vocabulary, word }) => `${vocabulary.language}: ${word}`)).toEqual([]);
  });

  test('a veto word before, after or between yes is never an approval, for the exact layer nor after a sure model', () => {
    const replies = wordsOfVeto
      // "si" is a condition in Spanish and Catalan and a plain yes in Italian.
      .filter(({ word }) => word !== 'si')
      .flatMap(({ vocabulary, word }) =>
        phrasesOf(vocabulary.yes)
          .slice(0, 2)
          .flatMap((yes) => [`${yes} ${word}`, `${word} ${yes}`, `${yes}, ${word}, ${yes}`]),
      );
    expect(replies.length).toBeGreaterThan(15_000);
    expect(replies.filter((reply) => readExact(reply).intent === 'approve' || vetoesOf(reply).length === 0)).toEqual(
      [],
    );
  }, 60_000);
});
