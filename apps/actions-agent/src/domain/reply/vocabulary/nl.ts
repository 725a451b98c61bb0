import type { Vocabulary } from './vocabulary.ts';

export const nl: Vocabulary = {
  language: 'nl',
  yes: 'ja, jawel, jazeker, jep, jahoor',
  approve: `
    zeker, zeker weten, uiteraard, natuurlijk, tuurlijk, vanzelfsprekend, (dat |)klopt, correct, dat is (correct|juist|goed|prima|akkoord|perfect), juist,
    precies, exact, akkoord, (ik ga |)akkoord, mee eens, helemaal mee eens, ik ben het (ermee|er mee|met je) eens, eens, is (goed|prima|akkoord), in orde,
    dat is in orde, doe maar, doe het, doe dat, doe het maar, ga je gang, ga door, ga maar, ga maar door, ga verder, graag, heel graag, bevestigd, ik bevestig(| het),
    bevestig, goedgekeurd, ik keur het goed, aanvaard, perfect, lijkt me (goed|prima|perfect|een goed idee), (dat |)klinkt (goed|prima|perfect), absoluut,
    inderdaad, afgesproken, (stuur|verstuur|boek|bewaar|verzend) (het|maar|die maar), met plezier, dat wil ik, ik wil het`,
  praise: 'goed, prima, mooi, top, super, geweldig, fijn, leuk, heel goed, goed idee, uitstekend, fantastisch, lekker',
  echo: 'je hebt gelijk, dat is het, dat is zo, dat is waar, dat mag, je mag, dat kan, dat zou (fijn|mooi|goed) zijn, ik wil dat',
  courtesy: `
    alsjeblieft, alstublieft, aub, ajb, svp, dank je, dank je wel, dankjewel, dank u, dank u wel, dankuwel, bedankt, hartelijk dank, heel erg bedankt, thanks,
    alvast bedankt`,
  reject: `
    nee, neen, nah, nee nee, nee hoor, nooit, zeker niet, absoluut niet, natuurlijk niet, helemaal niet, liever niet, niet, geenszins, in geen geval, oneens,
    niet akkoord, ik ben het niet eens, ik ben het niet mee eens, annuleer( het| dat|), annuleren, stop, stop maar, weiger, ik weiger, geweigerd, afgewezen, afwijzen, wijs af,
    laat maar, laat maar zitten, vergeet het( maar|), doe het niet, doe dat niet, niet doen, doe maar niet, hoeft niet, niet nodig, ik wil (het|dat|) niet, negatief`,
  doubtful: 'ja hoor, ja ja, jaja, ja tuurlijk, ja vast, ja leuk, ja mooi, ja super',
  plain: `
    ik, het, dat, dit, we, wij, is, ben, wil, wel, graag, zo, doen, maken, heel, bevestigen, boeken, sturen, bewaren, opslaan, aanmaken, bestellen,
    voor mij, voor ons`,
  things: 'afspraak, boeking, notitie, taak, herinnering, bericht, mail, lijst, bestelling, reservering, aanvraag',
  pointers: 'de, het, die, deze, dit, mijn',
  vetoes: {
    negation:
      'nee, niet, niets, niks, geen, nooit, zonder, noch, nauwelijks, leugen, liegt, fout, verkeerd, vergist, onwenselijk',
    condition: `
      als, maar, tenzij, mits, behalve, alleen, slechts, wanneer, zodra, zolang, totdat, tot, hoewel, misschien, wellicht, waarschijnlijk, denk, geloof, hoop,
      hangt, afhankelijk, anders, of, eerst, nadat, voordat, eigenlijk, indien, vast`,
    question:
      'wat, wie, waar, waarom, wanneer, hoe, hoeveel, welke, welk, (klopt|is|kan|kun|mag|moet|zal|wil|heb|ben) (dat|het|dit|ik|je|jij|we|wij|u)',
    edit: `
      verander, wijzig, wijzigen, liever, in plaats, anders dan, ander, andere, ook, nog, erbij, voeg, verwijder, verplaats, vervang, hernoem, noem, meer,
      minder, groter, kleiner, met, naar, aan, van, in, op, om, bij, een`,
    time: `
      nu, vandaag, morgen, overmorgen, gisteren, later, straks, vanavond, middag, ochtend, avond, nacht, maandag, dinsdag, woensdag, donderdag, vrijdag,
      zaterdag, zondag, week, maand, jaar, uur, minuut, januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december,
      volgende, eerder, wacht, even, nog niet`,
    number:
      'nul, één, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf, twintig, honderd, duizend, half, halve, kwart, beide, dubbel, tweede',
  },
};
