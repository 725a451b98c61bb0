import type { Vocabulary } from './vocabulary.ts';

export const eu: Vocabulary = {
  language: 'eu',
  yes: 'bai, bai bai, baietz',
  approve: `
    noski, bai noski, ados, ados nago, konforme, konforme nago, jakina, horixe, zuzena, zuzena da, zuzen, hori da, hala da, aurrera, egin ezazu, egizu,
    bidal ezazu, berretsi, berresten dut, berretsita, onartu, onartzen dut, onartuta, ziur, dudarik gabe, zalantzarik gabe, primeran, ederki, ongi dago, ondo dago,
    ondo iruditzen zait, gustura, hala izan bedi`,
  praise: 'ondo, oso ondo, ongi, bikain, zoragarria, ideia ona',
  echo: 'nahi dut, hori nahi dut, egin dezakezu',
  courtesy: 'mesedez, arren, eskerrik asko, mila esker, eskerrak, milesker',
  reject: `
    ez, ez ez, ezetz, inoiz ez, inola ere ez, ezta pentsatu ere, noski ezetz, ez egin, ez bidali, ez dut nahi, ez nago ados, ez da beharrezkoa, ez da behar, utzi, utzi bakean,
    ahaztu, ahaztu ezazu, gelditu, geldi, ezeztatu, bertan behera utzi, baztertu, baztertzen dut, ukatu, uko egiten diot`,
  doubtful: 'bai bai noski, bai ziur, bai ondo',
  plain: 'hau, hori, hura, da, dut, nahi, guztia, dena, oso, niretzat, guretzat',
  vetoes: {
    negation: 'ez, inoiz, ezer, inor, gabe, gezurra, okerra, oker, gaizki',
    condition:
      'baldin, baina, bakarrik, soilik, salbu, denean, arte, agian, beharbada, ziurrenik, uste, edo, bestela, ordea, lehenengo, izan ezik',
    question: 'zer, nor, nori, noiz, non, nora, zergatik, nola, zein, zenbat, al, ote',
    edit: 'aldatu, ordez, hobeto, beste, besterik, ere, gehitu, kendu, mugitu, ordeztu, zuzendu, gehiago, gutxiago, bat',
    time: `
      orain, gaur, bihar, etzi, atzo, gero, laster, goizean, arratsaldean, gauean, eguerdian, astelehena, asteartea, asteazkena, osteguna, ostirala, larunbata, igandea, astea,
      hilabetea, urtea, ordua, minutu, urtarrila, otsaila, martxoa, apirila, maiatza, ekaina, uztaila, abuztua, iraila, urria, azaroa, abendua, hurrengo, itxaron`,
    number:
      'zero, bi, hiru, lau, bost, sei, zazpi, zortzi, bederatzi, hamar, hamabi, hogei, ehun, mila, erdi, biak, bigarren',
  },
};
