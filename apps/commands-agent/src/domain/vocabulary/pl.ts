import type { Vocabulary } from './vocabulary.ts';

export const pl: Vocabulary = {
  prefixes: {
    todo: 'zadanie, do zrobienia, todo, lista zakupów, zakupy',
    research: 'research, badanie, sprawdzić, do sprawdzenia',
    note: 'notatka, notka, notatki, pomysł, myśl, memo, dziennik',
    link: 'link, zakładka, do przeczytania, przeczytać później',
    calendar: 'kalendarz, spotkanie, wydarzenie, termin, wizyta',
    reminder: 'przypomnienie, przypomnij, przypomnij mi',
    linear: 'linear, bug, ticket, zgłoszenie, błąd, issue',
  },
  phrases: {
    todo: `
      nowe zadanie, dodaj zadanie, utwórz zadanie, do listy zakupów, na listę zakupów, do mojej listy, na listę,
      do listy, muszę, musimy, trzeba, powinienem, powinnam, nie zapomnij, nie zapomnieć`,
    research: 'sprawdź, dowiedz się, znajdź mi, znajdź informacje, poszukaj, zbadaj, zrób research',
    note: 'zanotuj, zapisz, zapamiętaj, nowa notatka, zrób notatkę, dodaj notatkę, do notatek, odnotuj',
    link: 'zapisz ten link, zapisz link, przeczytać później, przeczytaj później, zakładka, do zakładek',
    calendar: 'do kalendarza, w kalendarzu, nowe spotkanie, nowe wydarzenie, umów, zaplanuj',
    reminder: `
      przypomnij, przypomnij mi, mi przypomnieć, przypomnieć mi, ustaw przypomnienie, dodaj przypomnienie,
      nowe przypomnienie, daj mi znać, obudź mnie`,
    linear: `
      załóż ticket, utwórz ticket, dodaj ticket, nowy ticket, zgłoś błąd, zgłoś buga, zgłoś bug, otwórz zgłoszenie,
      nowe zgłoszenie, w linear, do linear`,
  },
  topics: {
    calendar: 'spotkanie z, wizyta u',
    research: 'porównaj, jaka jest różnica, wady i zalety',
  },
  deeds: `
    kupić, kup, zadzwonić, zadzwoń, zapłacić, zapłać, wysłać, wyślij, odebrać, odbierz, oddać, naprawić,
    posprzątać, umyć, podlać, zamówić, zamów, zarezerwować, przedłużyć, odwołać, skończyć, przygotować, wydrukować,
    podpisać, napisać, odpisać, zanieść, zrobić, wymienić, wziąć, wyrzucić`,
  events: `
    dentysta, lekarz, wizyta, spotkanie, obiad, kolacja, śniadanie, kawa, impreza, urodziny, ślub, koncert, lot,
    pociąg, rozmowa, lekcja, joga, fryzjer, kino, egzamin, siłownia, wakacje, wyjazd, mecz, wywiadówka, trening`,
  questions: `
    jak, dlaczego, czemu, jaki, jaka, jakie, który, która, które, kto, gdzie, kiedy, ile, co to, czy, skąd`,
  times: `
    dziś, dzisiaj, jutro, pojutrze, poniedziałek, wtorek, środa, środę, czwartek, piątek, sobota, sobotę,
    niedziela, niedzielę, stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września,
    października, listopada, grudnia, wieczorem, rano`,
  connectors: 'żeby, że, o, aby, mi, na, w sprawie, z',
  negations: 'nie, nie musisz',
  courtesies: 'proszę, prosze, hej, cześć, ok, możesz, czy możesz, mógłbyś, mogłabyś, no, ej',
  smallTalk: {
    answer: 'tak, nie, jasne, pewnie, tak proszę, nie dziękuję, zgoda, zatwierdzam, odrzucam, anuluj, może',
    delay:
      'jeszcze nie, nie teraz, czekaj, poczekaj, zaczekaj, chwila, chwilę, moment, za chwilę, później, potem, może później, może jutro, dzisiaj nie, nie dzisiaj, pomyślę, muszę pomyśleć',
    greeting:
      'cześć, hej, hejka, siema, witaj, witam, dzień dobry, dobry wieczór, dobranoc, co słychać, jak się masz, co tam',
    courtesy:
      'dzięki, dzieki, dziękuję, dziękuję bardzo, dzięki wielkie, wielkie dzięki, proszę, nie ma za co, super, świetnie, fajnie, dobrze, bardzo dobrze, w porządku, rozumiem, jasne dzięki, aha, przepraszam, sorki, pa, do widzenia, do zobaczenia, na razie, do jutra, haha, hihi',
  },
  mail: {
    write:
      'mail do, email do, e-mail do, wyślij maila do, wyślij mail do, wyślij e-maila do, wyślij e-mail do, napisz maila do, napisz mail do, napisz e-maila do',
    give: 'wyślij, prześlij',
    by: 'mailem, emailem, e-mailem, pocztą elektroniczną',
    to: 'do',
    about: 'o, na temat',
    notes: 'notatki, moje notatki, notatkę, moją notatkę, ostatnią notatkę, moją ostatnią notatkę, ostatnie notatki',
  },
};
