import type { Vocabulary } from './vocabulary.ts';

export const fr: Vocabulary = {
  prefixes: {
    todo: 'tâche, à faire, todo, liste de courses, courses',
    research: 'recherche, rechercher, à chercher',
    note: 'note, notes, mémo, idée, pensée, pense-bête, journal',
    link: 'lien, favori, signet, marque-page, à lire, à lire plus tard',
    calendar: 'agenda, calendrier, rdv, rendez-vous, réunion, événement',
    reminder: 'rappel, rappelle-moi',
    linear: 'linear, bug, ticket, issue, bogue, anomalie',
  },
  phrases: {
    todo: `
      nouvelle tâche, ajoute une tâche, crée une tâche, à la liste de courses, sur la liste de courses, à ma liste,
      sur ma liste, à mes tâches, il faut que, il faut, je dois, on doit, nous devons, n’oublie pas de,
      n’oublie pas d’, n’oublie pas, ne pas oublier de, ne pas oublier, pense à, penser à`,
    research: `
      renseigne-toi, fais une recherche, fais des recherches, recherche, cherche-moi, trouve-moi, trouve, cherche`,
    note: `
      note que, noter que, prends note, prendre note, prends en note, nouvelle note, retiens que, écris que,
      ajoute une note, souviens-toi que, dans mes notes, note bien`,
    link: `
      enregistre ce lien, sauvegarde ce lien, garde ce lien, à lire plus tard, lire plus tard, favori, signet`,
    calendar: `
      à mon agenda, dans mon agenda, dans l’agenda, à l’agenda, à mon calendrier, dans mon calendrier,
      au calendrier, planifie, programme une réunion, prends rendez-vous, nouveau rendez-vous, nouvel événement`,
    reminder: `
      rappelle-moi, rappelez-moi, me rappeler, mets un rappel, mets-moi un rappel, crée un rappel,
      ajoute un rappel, nouveau rappel, fais-moi penser, préviens-moi, réveille-moi`,
    linear: `
      crée un ticket, créer un ticket, ouvre un ticket, ouvre une issue, crée une issue, nouveau ticket,
      signale un bug, signaler un bug, remonte un bug, ticket linear, dans linear`,
  },
  topics: {
    calendar: 'rendez-vous, rdv, réunion avec, bloque',
    research: 'compare, quelle est la différence, avantages et inconvénients, vaut-il mieux, faut-il',
  },
  deeds: `
    acheter, achète, appeler, appelle, payer, paye, envoyer, envoie, récupérer, chercher, rendre, réparer,
    nettoyer, laver, arroser, commander, réserver, renouveler, annuler, résilier, finir, préparer, imprimer,
    signer, écrire, répondre, ranger, vider, sortir, déposer, faire, prendre`,
  events: `
    dentiste, médecin, docteur, réunion, déjeuner, dîner, petit-déjeuner, café, apéro, fête, anniversaire, mariage,
    concert, vol, train, entretien, cours, yoga, coiffeur, cinéma, examen, sport, vacances, voyage, visite,
    spectacle, match`,
  questions: `
    comment, pourquoi, quel, quelle, quels, quelles, qui, où, quand, combien, est-ce que, qu’est-ce que,
    c’est quoi, peut-on`,
  connectors: 'de, d, que, à, le, la, les, un, une, pour, sur, qu, je',
  negations: 'ne, pas besoin de, inutile de',
  courtesies: 'stp, svp, s’il te plaît, bonjour, salut, hey, ok, peux-tu, tu peux, pourrais-tu, euh, alors',
  smallTalk: {
    answer: `oui, ouais, non, bien sûr, oui merci, non merci, oui s'il te plaît, d'accord, vas-y, annule, peut-être`,
    delay: `pas encore, pas maintenant, attends, attendez, un instant, un moment, une minute, plus tard, peut-être plus tard, peut-être demain, pas aujourd'hui, je réfléchis, laisse-moi réfléchir`,
    greeting: 'bonjour, salut, coucou, bonsoir, bonne nuit, ça va, comment ça va, comment vas-tu',
    courtesy: `merci, merci beaucoup, merci bien, mille mercis, je te remercie, de rien, super, génial, parfait, très bien, bien, cool, top, compris, je vois, ah, désolé, désolée, pardon, s'il te plaît, au revoir, à bientôt, à plus, à demain, bonne journée, bonne soirée, haha, mdr, ptdr`,
  },
  mail: {
    write:
      'mail à, email à, e-mail à, envoie un mail à, envoie un email à, envoie un e-mail à, envoyer un mail à, écris un mail à, écris un email à',
    give: 'envoie, envoyer, transmets',
    by: 'par mail, par email, par e-mail, par courriel',
    to: 'à',
    about: 'sur, à propos de, concernant, au sujet de',
    notes: 'les notes, mes notes, la note, ma note, la dernière note, ma dernière note, mes dernières notes',
  },
};
