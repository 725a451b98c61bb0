import type { Vocabulary } from './vocabulary.ts';

export const hu: Vocabulary = {
  language: 'hu',
  yes: 'igen, igen igen, igenis',
  approve: `
    persze, persze hogy igen, természetesen, hogyne, rendben, rendben van, rendicsek, oké, oksa, oksi, jól van, jó lesz, mehet, mehet így, indulhat, csináld,
    csináld meg, tedd meg, folytasd, küldd el, küldheted, foglald le, mentsd el, egyetértek, elfogadom, elfogadva, jóváhagyom, jóváhagyva, megerősítem, megerősítve,
    helyes, így van, pontosan, pont így, úgy van, úgy legyen, feltétlenül, mindenképpen, abszolút, szívesen, örömmel, tökéletes, megfelel, jól hangzik, megegyeztünk`,
  praise: 'szuper, remek, nagyszerű, kiváló, kitűnő, klassz, jó ötlet, nagyon jó, csodás, jó',
  echo: 'azt szeretném, szeretném, akarom, kérem szépen, megteheted, jó lenne, ez az',
  courtesy:
    'kérem, kérlek, légyszi, légy szíves, legyen szíves, lécci, köszönöm, köszönöm szépen, nagyon köszönöm, köszi, köszi szépen, kösz, köszke, előre is köszönöm',
  reject: `
    nem, nem nem, dehogy, dehogyis, ne, ne csináld, ne tedd, ne küldd el, soha, semmiképp, semmiképpen, egyáltalán nem, biztosan nem, persze hogy nem, nem kell, nem kérem,
    nem kérek, nem akarom, nem szeretném, nem értek egyet, mégse, mégsem, hagyjuk, hagyd, hagyd abba, felejtsd el, töröld, törlés, mégse kérem, állj, állítsd le, stop,
    elutasítom, elutasítva, elvetem, visszautasítom, szó sem lehet róla, kizárt, nemleges`,
  doubtful:
    'ja persze, igen persze, persze persze, na persze, aha persze, ja ja, igen szuper, hát persze, aha jó, igen remek',
  plain:
    'ezt, azt, ez, az, így, úgy, én, kérném, szeretnék, nagyon, mindent, minden, lefoglalni, elküldeni, elmenteni, létrehozni, hozzáadni, megvenni, nekem, nekünk',
  vetoes: {
    negation: 'nem, ne, sem, se, semmi, senki, soha, nincs, nélkül, dehogy, hazugság, hazudik, hiba, rossz, téves',
    condition:
      'ha, de, csak, kivéve, amikor, amint, amíg, míg, feltéve, talán, lehet, esetleg, valószínűleg, attól, függ, gondolom, hiszem, remélem, vagy, különben, viszont, előbb, hát',
    question:
      'mi, mit, ki, kit, kinek, mikor, hol, hova, miért, hogyan, hogy, milyen, melyik, mennyi, hány, ugye, vajon',
    edit: 'változtasd, módosítsd, inkább, helyett, másik, más, másikat, is, még, tedd hozzá, vedd ki, cseréld, nevezd, több, kevesebb, javítsd, plusz, egy, val, hoz',
    time: `
      most, ma, holnap, holnapután, tegnap, később, majd, mindjárt, reggel, délelőtt, délben, délután, este, éjjel, hétfő, hétfőn, kedd, kedden, szerda, szerdán, csütörtök,
      péntek, pénteken, szombat, szombaton, vasárnap, hét, héten, hónap, év, óra, órakor, perc, január, február, március, április, május, június, július, augusztus,
      szeptember, október, november, december, következő, jövő, várj, korábban`,
    number:
      'nulla, kettő, két, három, négy, öt, hat, nyolc, kilenc, tíz, tizenkettő, húsz, száz, ezer, fél, negyed, mindkettő, dupla, második, harmadik',
  },
};
