import type { Vocabulary } from './vocabulary.ts';

export const it: Vocabulary = {
  prefixes: {
    todo: 'compito, da fare, attività, lista della spesa, spesa',
    research: 'ricerca, ricercare, cercare',
    note: 'nota, note, appunto, appunti, idea, memo, pensiero, diario',
    link: 'link, segnalibro, preferito, da leggere, da leggere dopo',
    calendar: 'calendario, appuntamento, riunione, evento, agenda',
    reminder: 'promemoria, ricordami, ricorda',
    linear: 'linear, bug, ticket, segnalazione, issue, errore',
  },
  phrases: {
    todo: `
      nuova attività, nuovo compito, aggiungi un compito, aggiungi un’attività, alla lista della spesa,
      alla mia lista, alla lista, sulla lista, devo, dobbiamo, bisogna, non dimenticare di, non dimenticare,
      non scordare, ho bisogno di`,
    research: 'informati, cercami, trovami, scopri, fai una ricerca, cerca informazioni, indaga',
    note: `
      annota, annotare, segnati, segna che, prendi nota, scrivi che, nuova nota, ricorda che, appuntati,
      nelle mie note, negli appunti`,
    link: `
      salva questo link, salva il link, salva link, da leggere dopo, leggere dopo, segnalibro, preferito`,
    calendar: `
      in calendario, nel calendario, al calendario, nel mio calendario, in agenda, nuovo appuntamento,
      nuovo evento, pianifica, fissa, programma una`,
    reminder: `
      ricordami, ricordarmi, ricordaci, metti un promemoria, crea un promemoria, imposta un promemoria,
      nuovo promemoria, avvisami, fammi ricordare, svegliami`,
    linear: `
      crea un ticket, apri un ticket, apri una segnalazione, crea una segnalazione, nuovo ticket, segnala un bug,
      segnala un errore, su linear, in linear`,
  },
  topics: {
    calendar: 'riunione con, appuntamento con',
    research: 'confronta, qual è la differenza, pro e contro',
  },
  deeds: `
    comprare, compra, chiamare, chiama, pagare, paga, mandare, manda, inviare, ritirare, restituire, riparare,
    aggiustare, pulire, lavare, annaffiare, ordinare, prenotare, rinnovare, disdire, finire, preparare, stampare,
    firmare, scrivere, rispondere, portare, fare, cambiare, prendere, buttare`,
  events: `
    dentista, medico, appuntamento, riunione, pranzo, cena, colazione, caffè, aperitivo, festa, compleanno,
    matrimonio, concerto, volo, treno, colloquio, lezione, yoga, parrucchiere, cinema, esame, palestra, vacanze,
    viaggio, partita`,
  questions: 'come, perché, che, cosa, qual, quale, quali, chi, dove, quando, quanto, quanta, quanti, si può',
  connectors: 'che, di, a, per, il, la, i, le, lo, un, una, su, sulle, sui, da, l',
  negations: 'non',
  courtesies: 'per favore, perfavore, ciao, ehi, ok, puoi, potresti, ehm, allora, senti',
  smallTalk: {
    answer: `sì, si, no, certo, sì grazie, no grazie, d'accordo, va bene, annulla, forse`,
    delay:
      'non ancora, non ora, aspetta, aspetta un attimo, un attimo, un momento, più tardi, dopo, forse domani, forse più tardi, oggi no, ci penso, fammi pensare',
    greeting:
      'ciao, salve, buongiorno, buon giorno, buonasera, buona sera, buonanotte, buona notte, come stai, come va, ehi',
    courtesy:
      'grazie, grazie mille, tante grazie, molte grazie, ti ringrazio, prego, perfetto, ottimo, bene, molto bene, bravo, bella, fantastico, capito, ho capito, ah, scusa, scusami, per favore, arrivederci, a presto, a dopo, a domani, ahah, haha',
  },
  mail: {
    write:
      'mail a, email a, e-mail a, manda una mail a, manda un email a, invia una mail a, invia un email a, scrivi una mail a, scrivi un email a',
    give: 'manda, invia',
    by: 'per mail, via mail, per email, via email, per e-mail, via e-mail',
    to: 'a, ad',
    about: 'su, sul, sulla, riguardo a',
    notes: 'le note, le mie note, la nota, la mia nota, gli appunti, i miei appunti, l’ultima nota, la mia ultima nota',
  },
};
