import type { Vocabulary } from './vocabulary.ts';

export const de: Vocabulary = {
  prefixes: {
    todo: 'todo, to do, aufgabe, zu erledigen, erledigen, einkaufsliste, einkauf',
    research: 'recherche, recherchieren, nachforschen, herausfinden, nachschauen',
    note: 'notiz, notizen, memo, idee, gedanke, merken, vermerk, tagebuch',
    link: 'link, lesezeichen, später lesen',
    calendar: 'kalender, termin, besprechung, ereignis, verabredung',
    reminder: 'erinnerung, erinnern, erinnere mich',
    linear: 'linear, bug, ticket, issue, fehler, fehlerbericht',
  },
  phrases: {
    todo: `
      neue aufgabe, aufgabe anlegen, aufgabe hinzufügen, auf die einkaufsliste, auf meine liste,
      auf die todo liste, auf die liste, auf meine todo liste, zur einkaufsliste, zu meinen aufgaben, ich muss,
      wir müssen, ich sollte, muss ich, muss noch, nicht vergessen, vergiss nicht`,
    research: `
      recherchier, recherchiere, recherchieren, finde heraus, finde raus, herausfinden, such mir, suche mir,
      finde mir, schau nach, schau mal nach, informier dich, informiere dich`,
    note: `
      notiere, notier, notieren, merk dir, merke dir, schreib auf, schreibe auf, schreib dir auf, halte fest,
      neue notiz, mach eine notiz, mach dir eine notiz, als notiz, in meine notizen`,
    link: `
      lesezeichen, später lesen, speicher den link, speichere den link, link speichern, merk dir den link`,
    calendar: `
      in den kalender, in meinen kalender, im kalender, neuer termin, termin eintragen, plane, plan ein,
      mach einen termin, vereinbare`,
    reminder: `
      erinnere mich, erinner mich, erinnere uns, mich erinnern, erinnern, erinnerung setzen, setz eine erinnerung,
      setze eine erinnerung, erstelle eine erinnerung, neue erinnerung, weck mich, sag mir bescheid,
      gib mir bescheid, bescheid dass, bescheid wenn`,
    linear: `
      linear issue, linear ticket, erstell ein ticket, erstelle ein ticket, ticket für, neues ticket,
      leg ein issue an, leg ein ticket an, ticket anlegen, issue anlegen, fehler melden, melde einen bug,
      melde einen fehler, bug melden, in linear`,
  },
  topics: {
    calendar: 'termin mit, termin am, termin beim, besprechung mit, block mir',
    research: 'vergleiche, vergleich mal, was ist der unterschied, vor und nachteile',
  },
  deeds: `
    kaufen, kauf, besorgen, holen, hol, abholen, anrufen, ruf, bezahlen, überweisen, schicken, schick, senden,
    schreiben, putzen, reparieren, bestellen, bestell, buchen, buch, kündigen, muss, abgeben, bring, verlängern`,
  lastDeeds: `
    kaufen, besorgen, holen, abholen, anrufen, bezahlen, überweisen, schicken, senden, abschicken, schreiben,
    antworten, putzen, reparieren, bestellen, buchen, kündigen, abgeben, bringen, rausbringen, wegbringen,
    zurückgeben, zurückbringen, verlängern, aufräumen, gießen, waschen, kochen, ausfüllen, unterschreiben,
    ausdrucken, absagen, wechseln, tanken, einkaufen, erledigen`,
  events: `
    zahnarzt, arzt, termin, meeting, besprechung, mittagessen, abendessen, frühstück, essen mit, kaffee, treffen,
    party, feier, geburtstag, hochzeit, konzert, flug, zug, vorstellungsgespräch, kurs, training, friseur,
    elternabend, kino, prüfung, urlaub, reise, grillen, yoga, sport`,
  questions: `
    wie, was, warum, wieso, weshalb, welche, welcher, welches, wer, wo, wann, woher, gibt es, kann man, ist es`,
  connectors: 'dass, daran, zu, an, mal, bitte, für, ein, eine, um, den, das, die',
  negations: 'nicht, kein, keine, nie',
  courtesies: 'bitte, hallo, hi, hey, ok, kannst du, könntest du, also, äh, ähm, mal',
  smallTalk: {
    answer:
      'ja, jawohl, jep, nein, nö, nee, klar, natürlich, ja bitte, nein danke, freigeben, nicht freigeben, ablehnen, abbrechen, mach das, vielleicht, lieber nicht',
    delay:
      'noch nicht, jetzt nicht, warte, warte mal, warten, moment, moment mal, einen moment, ein moment, sekunde, später, erst später, vielleicht später, vielleicht morgen, heute nicht, ich überlege, ich überlege es mir, mal sehen, gleich',
    greeting:
      'hallo, hi, hey, servus, moin, moin moin, grüß dich, grüß gott, guten morgen, guten tag, guten abend, gute nacht, wie gehts, wie geht es dir, na',
    courtesy:
      'danke, danke schön, dankeschön, danke dir, vielen dank, besten dank, herzlichen dank, bitte, gern geschehen, super, toll, prima, klasse, perfekt, schön, gut, sehr gut, alles klar, alles gut, verstanden, verstehe, aha, achso, entschuldigung, sorry, tschüss, tschüs, ciao, bis bald, bis später, bis morgen, haha, hihi',
  },
  mail: {
    write:
      'mail an, email an, e-mail an, maile, schreib eine mail an, schreibe eine mail an, schreib eine e-mail an, schreibe eine e-mail an, schick eine mail an, schicke eine mail an, schick eine e-mail an, sende eine mail an, sende eine e-mail an',
    give: 'schick, schicke, sende, send',
    by: 'per mail, per email, per e-mail, als mail, als e-mail',
    to: 'an',
    about: 'über, zum, zur, zu',
    notes:
      'die notizen, meine notizen, die notiz, meine notiz, die letzte notiz, meine letzte notiz, die letzten notizen',
  },
};
