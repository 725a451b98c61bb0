import type { Vocabulary } from './vocabulary.ts';

export const fr: Vocabulary = {
  language: 'fr',
  yes: 'oui, ouais, ouep, ouaip, ouip, ah oui',
  approve: `
    d'accord, je suis d'accord, on est d'accord, bien sûr, bien sûr que oui, certainement, absolument, tout à fait, exactement, exact, (c'est |)correct,
    c'est (exact|ça|juste|parfait|validé|affirmatif|confirmé), c'est bon pour (moi|nous), ça (marche|roule|me va|me convient|me plaît|nous va), parfait,
    volontiers, avec (plaisir|joie), (je |)confirme, confirmé, confirmée, confirmer, j'accepte, accepté, accepter, j'approuve, approuvé, (je |)valide, validé,
    entendu, convenu, en effet, effectivement, affirmatif, carrément, évidemment, vas-y, allez-y, (fais|faites)-le, fais ça, faites ça, on y va,
    c'est parti, bon pour accord, (envoie|envoyez|réserve|réservez|ajoute|ajoutez|enregistre|crée)-le, lance, lancez, je veux bien, je le veux`,
  praise:
    'bien, très bien, super, génial, excellent, cool, top, nickel, impeccable, formidable, merveilleux, bonne idée, chouette',
  echo: "c'est bon, c'est bien, c'est bien ça, c'est vrai, s'il te plaît fais-le, tu peux, vous pouvez, je veux, j'aimerais bien, ce serait (bien|super|parfait)",
  courtesy: `
    s'il te plaît, s'il vous plaît, stp, svp, merci, merci beaucoup, merci bien, merci d'avance, mille mercis, je te remercie, je vous remercie, je vous prie,
    je t'en prie, je vous en prie`,
  reject: `
    non, nan, nope, nah, non non, pas du tout, jamais, surtout pas, certainement pas, absolument pas, bien sûr que non, pas d'accord, disagree,
    je (ne |)suis pas d'accord, annule, annulez, annuler, annule (ça|tout), (arrête|arrêtez)( ça|), stop, (je |)refuse, refusé, refusée, refuser, rejeter,
    rejeté, je rejette, laisse tomber, laissez tomber, oublie( ça|), oubliez( ça|), pas question, hors de question, en aucun cas, (ne |)le fais pas,
    ne le faites pas, ne fais (pas ça|rien), je (n'en |ne |)veux pas, je n'en veux pas, négatif, pas besoin, inutile, sans façon, abandonne`,
  refuse: `
    (n'approuve|n'approuvez|ne confirme|ne confirmez|n'accepte|n'acceptez|ne valide|ne validez|n'envoie|n'envoyez|ne réserve|ne réservez) pas (ça|cela|),
    ne (l'approuve|l'approuvez|le confirme|le confirmez|l'accepte|l'acceptez|le valide|le validez|l'envoie|l'envoyez|le fais|le faites) (surtout |)pas,
    ne pas (approuver|confirmer|accepter|valider|envoyer|réserver|faire|le faire|l'approuver|le confirmer|l'accepter|le valider|l'envoyer),
    je (n'approuve|ne confirme|n'accepte|ne valide) pas (ça|cela|), ne dis pas oui, ne dites pas oui, pas (approuvé|confirmé|accepté|validé),
    j'ai dit non, (approuve|confirme|valide|envoie|fais) pas (ça|)`,
  doubtful:
    "oui oui, mais oui bien sûr, ouais ouais, ouais bien sûr, ah oui super, oui super, d'accord d'accord, mais bien sûr, mais oui",
  plain: `
    (n'annule|n'annulez|ne refuse|ne refusez|ne rejette|ne rejetez) pas (ça|), ne pas (annuler|refuser|rejeter),
    c'est, ça, cela, je, on, nous, tu, vous, le, la, les, ce, est, suis, veux, voudrais, peux, peut, faire, très, tout, confirmer, réserver, envoyer,
    enregistrer, créer, ajouter, commander, acheter, pour moi, pour nous, comme ça, ainsi, qu'on, bien`,
  things:
    'rendez-vous, réservation, note, tâche, rappel, évènement, réunion, message, mail, liste, commande, lien, demande',
  pointers: 'le, la, les, ce, cet, cette, ces, mon, ma, mes',
  vetoes: {
    negation:
      'non, ne, pas, jamais, rien, aucun, aucune, sans, ni, plus, personne, mensonge, ment, faux, erreur, trompes, indésirable, nest',
    condition: `
      si, mais, sauf, seulement, uniquement, quand, lorsque, dès que, tant que, à condition, pourvu, sinon, peut-être, probablement, éventuellement, après,
      avant, jusque, cependant, pourtant, quoique, ou, dépend, pense, crois, espère, bof, mouais, bon`,
    question:
      "qui, que, quoi, où, pourquoi, comment, combien, quel, quelle, quels, quelles, est-ce, qu'est-ce, c'est quoi, (peux|veux|vas|es|as|dois)-tu, (pouvez|voulez|êtes|avez)-vous, (puis|dois|peux)-je, (est|faut|peut)-il, peut-on",
    edit: `
      change, changer, changez, plutôt, modifie, modifier, remplace, remplacer, déplace, supprime, retire, ajoute aussi, aussi, autre, autres, différent,
      au lieu, renomme, appelle, mets, moins, davantage, encore, également, avec, à, au, aux, de, du, des, pour, chez, dans, sur, un, une, par`,
    time: `
      maintenant, aujourd'hui, demain, hier, soir, matin, midi, minuit, après-midi, tard, plus tard, bientôt, lundi, mardi, mercredi, jeudi, vendredi, samedi,
      dimanche, semaine, mois, année, heure, heures, minute, janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre,
      décembre, prochain, prochaine, attends, attendez, d'abord, tôt`,
    number:
      'zéro, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, quinze, vingt, trente, cent, mille, demi, quart, double, deuxième, premier',
  },
};
