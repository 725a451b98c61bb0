import type { Vocabulary } from './vocabulary.ts';

export const ca: Vocabulary = {
  language: 'ca',
  yes: 'sí, sí sí, i tant, oi tant',
  approve: `
    és clar, esclar, és clar que (sí|si), clar, clar que (sí|si), si (sisplau|gràcies), per descomptat, per suposat, d'acord, (hi |)estic d'acord, entesos, entès, correcte, correcta, (és |)correcte,
    exacte, exactament, està bé, està perfecte, em sembla bé, em va bé, endavant, fes-ho, feu-ho, facis-ho, vinga, (ho |)confirmo, confirmat, (ho |)accepto, acceptat,
    (ho |)aprovo, aprovat, val, vale, perfecte, naturalment, òbviament, ho vull, sens dubte, efectivament, afirmatiu, amb molt de gust, això mateix, així és,
    (envia|reserva|desa|crea|afegeix|compra)-ho`,
  praise: 'bé, molt bé, genial, fantàstic, excel·lent, estupend, bona idea, que bé, súper',
  echo: 'pots, vull, això vull, seria (perfecte|genial), ja pots',
  courtesy:
    "si us plau, sisplau, siusplau, per favor, gràcies, moltes gràcies, mercès, merci, moltes mercès, t'ho agraeixo",
  reject: `
    no, no no, mai, negatiu, i ara, de cap manera, ni parlar-ne, ni pensar-ho, en absolut, disconforme, disconformes, no (hi |)estic d'acord, estic en desacord,
    en desacord, cancel·la, cancel·lar, cancel·la-ho, atura, atura't, para, rebutja, rebutjo, ho rebutjo, rebutjat, oblida-ho, deixa-ho, deixa-ho estar, no ho facis,
    no ho vull, no vull, no cal, no fa falta, és clar que no, clar que no, per descomptat que no, anul·la, anul·la-ho`,
  doubtful: '(sí|si) clar, sí és clar, clar clar, sí esclar, sí segur, val val, sí genial',
  plain:
    'jo, ho, això, és, està, vull, voldria, fer, fer-ho, molt, tot, reservar, enviar, desar, crear, afegir, comprar, per mi',
  vetoes: {
    negation: 'no, mai, res, cap, ningú, sense, ni, tampoc, mentida, menteix, errat, equivocat, incorrecta, fals',
    condition:
      'si, però, excepte, només, tret, quan, sempre que, fins, tot i, potser, probablement, depèn, crec, suposo, espero, sinó, o, abans, després, realment',
    question: 'què, qui, quin, quina, quins, quan, on, com, quant, quants, per què, pots fer',
    edit: 'canvia, canviar, millor, en lloc, altre, altra, també, afegeix també, treu, mou, modifica, més, menys, amb, a, al, de, del, en, un, una, per, posa',
    time: `
      ara, avui, demà, ahir, després, aviat, tard, matí, tarda, vespre, nit, dilluns, dimarts, dimecres, dijous, divendres, dissabte, diumenge, setmana, mes,
      any, hora, minut, gener, febrer, març, abril, maig, juny, juliol, agost, setembre, octubre, novembre, desembre, proper, espera, encara`,
    number:
      'zero, dos, dues, tres, quatre, cinc, sis, set, vuit, nou, deu, onze, dotze, vint, cent, mil, mig, mitja, doble, segon',
  },
};
