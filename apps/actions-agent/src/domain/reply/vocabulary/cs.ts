import type { Vocabulary } from './vocabulary.ts';

export const cs: Vocabulary = {
  language: 'cs',
  yes: 'ano, ano ano',
  approve: `
    jasně, jasně že ano, jasně že jo, samozřejmě, určitě, jistě, jistěže, zajisté, dobře, dobrá, souhlasím, souhlas, (to |)potvrzuji, (to |)potvrzuju, potvrzeno,
    schvaluji, schvaluju, schváleno, přijímám, správně, to je správně, přesně, přesně tak, udělej to, udělejte to, pokračuj, pokračujte, pošli to, pošlete to,
    proveď to, ulož to, klidně, platí, domluveno, beru, rozhodně, rozhodně ano, v pořádku, to je v pořádku, je to tak, perfektní, zní to dobře, s radostí`,
  praise: 'fajn, super, výborně, skvěle, skvělé, bezva, paráda, dobrý nápad, jo',
  echo: 'můžeš, můžete, chci to, chci, to chci, rád, ráda, bylo by to (skvělé|fajn)',
  courtesy:
    'prosím, prosím tě, prosím vás, děkuji, děkuju, děkuji moc, moc děkuji, moc děkuju, díky, díky moc, moc díky, dík, předem děkuji',
  reject: `
    ne, nene, ne ne, nechci( to|), nikdy, zruš( to|), zrušit, zrušte( to|), storno, odmítám, zamítnout, zamítám, zamítnuto, nesouhlasím, nedělej( to|),
    neposílej( to|), zapomeň( na to| to|), nech( to| to být| toho|), v žádném případě, rozhodně ne, určitě ne, samozřejmě že ne, není třeba, není potřeba, to ne,
    ani náhodou, stop, zastav( to|), přestaň, raději ne, radši ne, nepotvrzuji, neschvaluji`,
  doubtful: 'jo jasně, no jasně, jasně jasně, jo jo, ano jasně, ano určitě, ano super, no jistě',
  plain:
    'to, já, je, se, chci, chtěl bych, chtěla bych, moc, vše, všechno, potvrdit, rezervovat, poslat, uložit, vytvořit, přidat, koupit, pro mě, pro nás',
  vetoes: {
    negation: 'ne, nic, nikdy, nikdo, žádný, žádná, žádné, bez, ani, není, nechci, nemůžu, lež, lže, chyba, špatně',
    condition:
      'jestli, pokud, když, ale, jen, jenom, pouze, kromě, až, dokud, pod podmínkou, možná, asi, snad, nejspíš, záleží, myslím, však, nebo, jinak, kdyby, leda',
    question: 'co, kdo, koho, kdy, kde, proč, jak, jaký, jaká, jaké, kolik, který, která, které, můžeš to',
    edit: 'změň, změnit, místo, raději, spíš, jiný, jiná, jiné, také, taky, ještě, navíc, odeber, smaž, přesuň, nahraď, oprav, přejmenuj, víc, více, méně, s, do, na, v, od, pro, o',
    time: `
      teď, nyní, dnes, zítra, pozítří, včera, později, potom, hned, ráno, odpoledne, večer, poledne, noc, pondělí, úterý, středa, středu, čtvrtek, pátek,
      sobota, sobotu, neděle, neděli, týden, měsíc, rok, hodina, hodin, minut, ledna, února, března, dubna, května, června, července, srpna, září, října,
      listopadu, prosince, příští, dřív, nejdřív, počkej, počkat`,
    number:
      'nula, jeden, jedna, dva, dvě, tři, čtyři, pět, šest, sedm, osm, devět, deset, dvanáct, dvacet, sto, tisíc, půl, oba, druhý, třetí',
  },
};
