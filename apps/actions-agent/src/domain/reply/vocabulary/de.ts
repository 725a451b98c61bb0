import type { Vocabulary } from './vocabulary.ts';

export const de: Vocabulary = {
  language: 'de',
  yes: 'ja, jawohl, jep, jepp, jup, japp, oh ja',
  approve: `
    klar, klaro, na klar, sicher, natürlich, selbstverständlich, gerne, gern, sehr gerne, genau, ganz genau, richtig,
    korrekt, stimmt, (das |)stimmt so, das stimmt, (das |)ist (richtig|korrekt|in ordnung|perfekt), das passt( so|), passt( so| mir|), einverstanden,
    abgemacht, geritzt, gebongt, in ordnung, geht in ordnung, geht klar, (das |)klingt (gut|super|perfekt), (mach|tu) (das|es)( bitte| so|), mach mal,
    mach ruhig, mach so, (leg los|auf gehts), so machen wir (es|das), machen wir( so|), (ich |)bestätige( das| es|), bestätigt, genehmigt, freigegeben,
    akzeptiert, ich stimme zu, stimme zu, zugestimmt, ich bin (einverstanden|dafür), unbedingt, auf jeden fall, absolut, definitiv, so ist es, perfekt,
    (schick|sende|buch|buche|speicher|speichere) (es|das)( ab|), okidoki`,
  praise: 'gut, sehr gut, super, prima, toll, klasse, wunderbar, ausgezeichnet, alles klar, fein, top, freut mich',
  echo: 'ich will (das|es), das will ich, das möchte ich, das wäre (gut|super|toll|schön|nett), das ist es, das ist (gut|ok|okay), das (kannst|darfst) du',
  courtesy:
    'bitte, bitte schön, bitte sehr, danke, danke schön, dankeschön, danke dir, vielen dank, besten dank, herzlichen dank, merci, lieb von dir',
  reject: `
    nein, nee, nö, ne, nicht, kein, keine, kaum, keinesfalls, keineswegs, mitnichten, mit nichten, (auf|in) (keinen|keinem|gar keinen) fall, niemals, nie, nix,
    lieber nicht, gar nicht, überhaupt nicht, natürlich nicht, sicher nicht, bestimmt nicht, ganz bestimmt nicht, abbrechen, abbruch, stornieren,
    storniere (es|das|), verwerfen, ablehnen, abgelehnt, ich lehne ab, lehne ab, stopp, stop, halt, lass (es|das|mal|sein|es sein), vergiss (es|das),
    (mach|tu) (das|es) nicht, nichts da, nada, weit gefehlt, unmöglich, negativ, kommt nicht in frage, (das |)will ich nicht, ich will (das|es|) nicht,
    (das |)möchte ich nicht, ich möchte (das|es|) nicht, ich bin dagegen, (ich bin |)nicht einverstanden, ich stimme nicht zu`,
  refuse: `
    (bitte |)nicht (freigeben|genehmigen|bestätigen|akzeptieren|zustimmen|ausführen|machen|tun|senden|abschicken|buchen|speichern|anlegen|eintragen),
    (bitte |)(das|dies|es) (bitte |)nicht (freigeben|genehmigen|bestätigen|akzeptieren|ausführen|machen|tun|senden|abschicken|buchen|speichern|anlegen),
    (bitte |)(genehmige|bestätige|akzeptiere|sende|schicke|schick|buche|buch|speichere|mach|mache|tu) (das|dies|es|) (bitte |)nicht,
    (bitte |)gib (das|dies|es) (bitte |)nicht frei, (bitte |)führ (das|dies|es) (bitte |)nicht aus, ich gebe (das|dies|es) nicht frei,
    ich (genehmige|bestätige|akzeptiere) (das|dies|es) nicht, ich stimme (dem|) nicht zu, sag nicht ja, nicht (freigegeben|genehmigt|bestätigt),
    ich (habe|hab) nein gesagt`,
  doubtful: 'ja klar, ja sicher, ja ja, jaja, ja genau, ja toll, ja super, ja schön, ja gut, ja prima',
  plain: `
    (bitte |)(das |)nicht (ablehnen|abbrechen|stornieren|verwerfen|löschen),
    das, es, ich, wir, so, ist, bin, will, möchte, kann, können, machen, gerne, genau so, bestätigen, buchen, senden, schicken, speichern,
    anlegen, erstellen, eintragen, bestellen, für mich, für uns, mach, bitte so`,
  things:
    'termin, buchung, eintrag, erinnerung, aufgabe, notiz, nachricht, mail, liste, bestellung, anfrage, reservierung',
  pointers: 'den, die, das, der, diese, diesen, dieses, meine, meinen',
  vetoes: {
    negation:
      'nein, nicht, nichts, kein, keine, keinen, nie, niemals, ohne, kaum, weder, lüge, lügt, falsch, fehler, unerwünscht, weg, storno, dagegen',
    condition: `
      wenn, falls, aber, nur, außer, sofern, sobald, solange, erst, nachdem, bevor, bis, vielleicht, eventuell, wahrscheinlich, vermutlich, je nachdem,
      unter der bedingung, jedoch, allerdings, obwohl, oder, glaube, denke, hoffe, egal, bestimmt, eigentlich, doch`,
    question:
      'was, wer, wen, wem, wann, wo, wohin, woher, warum, wieso, weshalb, wie, welche, welcher, welches, wieviel, (ist|passt|stimmt|geht|kann|kannst|soll|sollen|muss|darf|darfst|willst|möchtest|hast|bist|sind) (das|es|ich|wir|du|er|sie|dies)',
    edit: `
      ändern, ändere, stattdessen, statt, lieber, anders, andere, anderen, auch, noch, dazu, zusätzlich, füge, hinzu, ersetze, lösche, verschiebe, benenne,
      nenn, mehr, weniger, größer, kleiner, mit, an, von, zu, zum, im, in, am, um, bei, nach, auf, ein, eine, einen`,
    time: `
      heute, morgen, übermorgen, gestern, später, jetzt, gleich, bald, früh, mittag, nachmittag, abend, nacht, montag, dienstag, mittwoch, donnerstag,
      freitag, samstag, sonntag, woche, monat, jahr, uhr, stunde, minute, januar, februar, märz, april, mai, juni, juli, august, september, oktober,
      november, dezember, nächste, nächsten, früher, warte, moment`,
    number:
      'null, eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf, zwanzig, hundert, tausend, halb, viertel, beide, zweite, doppelt',
  },
};
