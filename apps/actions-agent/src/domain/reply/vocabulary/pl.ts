import type { Vocabulary } from './vocabulary.ts';

export const pl: Vocabulary = {
  language: 'pl',
  yes: 'tak, tak tak, tak jest',
  approve: `
    jasne, jasne że tak, pewnie, pewnie że tak, oczywiście, oczywiście że tak, zgoda, zgadzam się, zgadza się, wszystko się zgadza, potwierdzam, potwierdzone,
    akceptuję, zaakceptowane, zatwierdzam, zatwierdzone, dobrze, dobra, okej, w porządku, zrób to, zróbcie to, rób, działaj, śmiało, dawaj, poproszę, chętnie,
    bardzo chętnie, jak najbardziej, dokładnie, dokładnie tak, właśnie tak, prawidłowo, poprawnie, to prawda, słusznie, naturalnie, absolutnie, zdecydowanie,
    (wyślij|zapisz|dodaj|zarezerwuj|kup|utwórz) to, pasuje, pasuje mi, idealnie, umowa stoi, niech będzie tak, brzmi (dobrze|świetnie), z przyjemnością`,
  praise: 'super, świetnie, wspaniale, ekstra, fajnie, pięknie, bardzo dobrze, doskonale, cudownie, dobry pomysł',
  echo: 'możesz, chcę, chcę to, chcę tego, to jest to, tak będzie dobrze, byłoby (super|świetnie|miło)',
  courtesy:
    'proszę, bardzo proszę, dziękuję, dziękuję bardzo, bardzo dziękuję, dzięki, wielkie dzięki, dzięki wielkie, z góry dziękuję, dz, dzk',
  reject: `
    nie, nie nie, nigdy, nigdy w życiu, nie zgadzam się, nie ma zgody, nie rób tego, nie rób, nie wysyłaj( tego|), nie trzeba, nie chcę( tego|), nie potrzebuję,
    anuluj( to|), anulować, odrzuć( to|), odrzucam, odmawiam, rezygnuję, zrezygnuj, zapomnij( o tym|), stop, zostaw to, zatrzymaj( to|), przerwij,
    w żadnym wypadku, absolutnie nie, na pewno nie, oczywiście że nie, jasne że nie, zdecydowanie nie, nie ma mowy, wykluczone, lepiej nie`,
  refuse: `
    (nie |)nie (zatwierdzaj|potwierdzaj|wysyłaj|zapisuj|rób|wykonuj|uruchamiaj) (tego|go|jej|), (nie |)nie (akceptuj|rezerwuj) (tego|go|jej),
    (proszę |)(tego |)nie (zatwierdzać|potwierdzać|akceptować|wysyłać|robić|wykonywać), nie mów tak, (powiedziałem|powiedziałam|mówię) nie,
    nie (zatwierdzam|akceptuję) tego,
    (nie |)nie (zatwierdzaj|potwierdzaj) (tej (notatki|rezerwacji|wiadomości)|tego (zadania|wydarzenia))`,
  doubtful: 'tak jasne, jasne jasne, no jasne, ta jasne, tak pewnie, dobra dobra, tak super, tak świetnie, tak fajnie',
  plain: `
    nie (odrzucaj|anuluj|odrzucać|anulować) (tego|),
    to, ja, się, jest, chcę, chciałbym, chciałabym, bardzo, wszystko, potwierdzić, zarezerwować, wysłać, zapisać, utworzyć, dodać, kupić, zrób, wyślij,
    zapisz, zarezerwuj, dla mnie, dla nas`,
  vetoes: {
    negation: 'nie, nic, nigdy, nikt, żaden, żadna, żadne, bez, ani, wcale, kłamstwo, kłamie, błąd, źle, fałsz',
    condition: `
      jeśli, jeżeli, ale, tylko, chyba, oprócz, poza, gdy, kiedy, dopiero, dopóki, póki, pod warunkiem, może, być może, prawdopodobnie, zależy, myślę, sądzę,
      lecz, jednak, albo, lub, inaczej, wolałbym, niech, ewentualnie`,
    question:
      'co, kto, kogo, komu, kiedy, gdzie, dlaczego, czemu, jak, jaki, jaka, jakie, ile, który, która, które, czy, czyli',
    edit: `
      zmień, zmienić, zamiast, raczej, inny, inna, inne, też, także, jeszcze, dodatkowo, dołącz, usuń, przesuń, przełóż, zamień, popraw, nazwij, więcej, mniej,
      większy, mniejszy, z, ze, do, od, na, w, we, dla, o, przez, a, plus`,
    time: `
      teraz, dziś, dzisiaj, jutro, pojutrze, wczoraj, później, potem, zaraz, rano, wieczorem, południe, noc, poniedziałek, wtorek, środa, środę, czwartek,
      piątek, sobota, sobotę, niedziela, niedzielę, tydzień, tygodniu, miesiąc, rok, godzina, minut, stycznia, lutego, marca, kwietnia, maja, czerwca,
      lipca, sierpnia, września, października, listopada, grudnia, następny, wcześniej, najpierw, poczekaj, czekaj`,
    number:
      'zero, jeden, dwa, dwie, trzy, cztery, pięć, sześć, siedem, osiem, dziewięć, dziesięć, dwanaście, dwadzieścia, sto, tysiąc, pół, oba, drugi, trzeci',
  },
};
