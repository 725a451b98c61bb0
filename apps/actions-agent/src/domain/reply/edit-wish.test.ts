import { describe, expect, test } from '@jest/globals';
import { readEditWish } from './edit-wish.ts';

const read = (text: string) => {
  const wish = readEditWish(text);
  return wish === null ? null : [wish.form, wish.said];
};

describe('a wish for a change', () => {
  test.each([
    ['edit: title Dentist', 'edit', 'title Dentist'],
    ['Edit title: Dentist', 'edit', 'title: Dentist'],
    ['change the time to 3pm', 'edit', 'the time to 3pm'],
    ['please change the time to 3pm, thanks', 'edit', 'the time to 3pm'],
    ['call it Dentist', 'edit', 'title: Dentist'],
    ['rename it to Dentist', 'edit', 'title: Dentist'],
    ['move it to Friday please', 'edit', 'Friday'],
    ['yes but at 3pm', 'but', 'at 3pm'],
    ['Yes, but at 3pm please', 'but', 'at 3pm'],
    ['ok, at 3pm', 'but', 'at 3pm'],
    ['no, at 3pm', 'but', 'at 3pm'],
    ['yes but change the title to Dentist', 'edit', 'the title to Dentist'],
    ['ja, aber um 15 Uhr', 'but', 'um 15 Uhr'],
    ['oui mais à 15h', 'but', 'à 15h'],
    ['sí, pero a las 15:00', 'but', 'a las 15:00'],
    ['tak, ale o 15:00', 'but', 'o 15:00'],
    ['Ändere den Titel auf Zahnarzt', 'edit', 'den Titel auf Zahnarzt'],
    ['3pm instead', 'bare', '3pm'],
    ['title: Dentist', 'bare', 'title: Dentist'],
    ['maybe later', 'bare', 'maybe later'],
  ])('"%s" is %s: "%s"', (text, form, said) => {
    expect(read(text)).toEqual([form, said]);
  });

  test.each([
    ['1 edit: title Dentist', { by: 'number', number: 1 }, 'title Dentist'],
    ['2. change the time to 3pm', { by: 'number', number: 2 }, 'the time to 3pm'],
    ['edit 1: title Dentist', { by: 'number', number: 1 }, 'title Dentist'],
    ['#K7QF2 edit title Dentist', { by: 'code', code: 'K7QF2' }, 'title Dentist'],
    ['edit k7qf2: title Dentist', { by: 'code', code: 'K7QF2' }, 'title Dentist'],
  ])('"%s" names the question', (text, about, said) => {
    expect(readEditWish(text)).toEqual({ about, form: 'edit', said });
  });

  test('"change dates to Friday" names no code: it only has its letters', () => {
    expect(readEditWish('change dates to Friday')).toMatchObject({ about: null, said: 'dates to Friday' });
  });

  test.each([['', ' ', 'edit: title a\u202Eb', `edit: title ${'a'.repeat(600)}`]])(
    'is not read out of nothing, hidden characters or too much',
    (...texts) => {
      expect(texts.map(readEditWish)).toEqual(texts.map(() => null));
    },
  );
});
