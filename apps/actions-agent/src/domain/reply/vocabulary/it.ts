import type { Vocabulary } from './vocabulary.ts';

export const it: Vocabulary = {
  language: 'it',
  yes: 'sì, si, sì sì, si si, eh sì',
  approve: `
    certo, certo che (sì|si), certamente, sicuro, sicuramente, esatto, esattamente, (è |)corretto, (è |)giusto, va bene, (mi |)va bene così, d'accordo,
    sono d'accordo, siamo d'accordo, concordo, (lo |)confermo, confermato, confermata, perfetto, procedi, proceda, procedi pure, vai, vai pure, fallo,
    fallo pure, fai pure, (lo |)approvo, approvato, (lo |)accetto, accettato, assolutamente (sì|si), naturalmente, ovviamente, volentieri, con piacere, ci sto,
    affermativo, è affermativo, senz'altro, senza dubbio, proprio così, è così, mi sta bene, suona bene,
    (mandalo|invialo|prenotalo|salvalo|aggiungilo|crealo|compralo), avanti, andata, lo voglio`,
  praise:
    'bene, benissimo, ottimo, ottima idea, buona idea, fantastico, eccellente, grande, bello, meraviglioso, molto bene',
  echo: 'puoi, può, mi piacerebbe, vorrei, lo vorrei, sarebbe (bello|perfetto|ottimo), è vero',
  courtesy:
    'per favore, per piacere, per cortesia, grazie, grazie mille, tante grazie, molte grazie, ti ringrazio, la ringrazio, prego',
  reject: `
    no, nah, no no, mai, assolutamente no, certo che no, ovviamente no, neanche per sogno, per niente, niente affatto, affatto, non sono d'accordo, in disaccordo,
    sono in disaccordo, annulla, annullalo, annullare, annulla tutto, cancella, cancellalo, ferma, fermati, fermo, basta, stop, rifiuto, rifiutato, lo rifiuto,
    rifiuta, dimenticalo, lascia perdere, lascia stare, lascialo, negativo, non (lo |)voglio, non farlo, non credo, non serve, non ce n'è bisogno`,
  refuse: `
    (non |)non (approvare|approvarlo|approvarla|confermare|confermarlo|accettare|accettarlo|inviare|inviarlo|mandarlo|prenotare|prenotarlo|salvare|salvarlo|procedere|farlo|eseguire),
    non (lo|la|) (approvo|confermo|accetto|autorizzo), non lo (faccia|approvi|confermi|invii), non dire di sì, ho detto (di |)no, non (approvato|autorizzato)`,
  doubtful:
    '(sì|si) certo, certo certo, (sì sì|si si) certo, (sì|si) come no, come no, eh certo, sì bello, sì fantastico, va bene va bene, sì sicuro',
  plain: `
    non (annullare|annullarlo|rifiutare|rifiutarlo|cancellare|cancellarlo),
    io, lo, la, li, le, questo, questa, è, così, voglio, vorrei, fare, farlo, mi, ci, per me, per noi, molto, tutto, confermare, prenotare, inviare,
    salvare, creare, aggiungere, comprare, che tu lo faccia`,
  things:
    'appuntamento, prenotazione, nota, attività, promemoria, evento, riunione, messaggio, email, lista, ordine, richiesta',
  pointers: 'il, lo, la, i, gli, le, questo, questa, mio, mia',
  vetoes: {
    negation:
      'no, non, mai, niente, nulla, nessuno, nessuna, né, senza, neanche, nemmeno, bugia, mente, mentendo, sbagli, sbagliata, errore, falso',
    condition: `
      se, ma, però, tranne, eccetto, solo, soltanto, quando, finché, a patto, purché, a meno, anche se, forse, magari, probabilmente, dipende, credo, penso,
      spero, suppongo, oppure, o, prima, dopo, altrimenti, tuttavia, vabbè, insomma`,
    question:
      'che, cosa, chi, quale, quali, quando, dove, perché, come, quanto, quanti, quanta, puoi farlo, è vero che, sicuro che, posso, devo',
    edit: `
      cambia, cambiare, cambialo, invece, piuttosto, modifica, sostituisci, sposta, togli, anche, altro, altra, altri, aggiungi anche, diverso, rinomina,
      chiamalo, mettilo, più, meno, con, a, al, alla, di, del, da, dal, in, su, un, una, meglio`,
    time: `
      ora, adesso, oggi, domani, ieri, sera, mattina, pomeriggio, notte, mezzogiorno, tardi, presto, lunedì, martedì, mercoledì, giovedì, venerdì, sabato,
      domenica, settimana, mese, anno, ore, minuti, gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre,
      dicembre, prossimo, prossima, aspetta, ancora, poi, già`,
    number:
      'zero, uno, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici, quindici, venti, trenta, cento, mille, mezzo, mezza, doppio, secondo',
  },
};
