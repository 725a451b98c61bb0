import type { Vocabulary } from './vocabulary.ts';

export const sv: Vocabulary = {
  language: 'sv',
  yes: 'ja, japp, jepp, jajamän, jajamensan',
  approve: `
    absolut, självklart, naturligtvis, givetvis, gärna, mycket gärna, jo tack, javisst, ja visst, visst, gör (det|så), kör, kör på, kör hårt, sätt igång, fortsätt, gå vidare,
    stämmer, det stämmer( bra|), rätt, det är (rätt|korrekt|bra|okej|ok|perfekt|lugnt), korrekt, precis, exakt, just det, godkänn, godkänt, jag godkänner( det|),
    bekräftar, bekräftat, jag bekräftar( det|), accepterar, jag accepterar, (det |)låter (bra|perfekt), det blir (bra|perfekt), det går bra, perfekt, överens,
    jag håller med, håller med, instämmer, (skicka|boka|spara) (det|den), okej då, avgjort, med glädje, definitivt, överenskommet`,
  praise: 'bra, toppen, super, fint, härligt, kanon, utmärkt, jättebra, bra idé, kul, strålande, underbart',
  echo: 'det vill jag( gärna|), jag vill, jag vill gärna, det får du, det kan du, det är det, det vore (bra|fint|snällt)',
  courtesy:
    'tack, tack så mycket, tack tack, tackar, stort tack, tusen tack, tack på förhand, snälla, är du snäll, vänligen',
  reject: `
    nej, nä, nix, nej nej, nejdå, inte, aldrig, absolut inte, självklart inte, helst inte, inte alls, verkligen inte, på inga villkor, inte en chans, håller inte med,
    jag håller inte med, avbryt( det|), avboka( det|), avslå, avslaget, avvisa, avvisat, neka, nekar, stopp, stoppa( det|), sluta, glöm det, glöm bort det, strunta i det,
    låt bli, låt det vara, gör det inte, gör inte det, jag vill inte, det vill jag inte, behövs inte, inte nödvändigt, negativt`,
  doubtful: 'ja ja, jaja, jo visst, ja säkert, javisst ja, ja fint, ja super',
  plain:
    'jag, det, den, vi, vill, gärna, så, mycket, allt, bekräfta, boka, skicka, spara, skapa, beställa, köpa, åt mig, åt oss, för mig',
  vetoes: {
    negation: 'nej, inte, icke, ej, inget, ingen, aldrig, utan, knappt, varken, lögn, ljuger, fel, misstag',
    condition:
      'om, men, bara, endast, utom, förutom, när, först, så länge, tills, fast, kanske, möjligen, troligen, förmodligen, beror, tror, hoppas, eller, annars, dock',
    question:
      'vad, vem, vilka, när, var, vart, varför, hur, vilken, vilket, (är|stämmer|passar|kan|ska|vill|får|har) (det|den|du|jag|vi|ni|de)',
    edit: 'ändra, byt, istället, i stället, hellre, annan, annat, andra, också, mer, mindre, lägg, ta bort, flytta, döp, kalla, rätta, med, till, från, på, i, vid, en, ett',
    time: `
      nu, idag, i dag, imorgon, i morgon, igår, senare, snart, morgon, förmiddag, middag, eftermiddag, kväll, natt, måndag, tisdag, onsdag, torsdag, fredag,
      lördag, söndag, vecka, månad, timme, timmar, minut, klockan, januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november,
      december, nästa, vänta`,
    number:
      'noll, två, tre, fyra, fem, sex, sju, åtta, nio, tio, elva, tolv, tjugo, hundra, tusen, halv, kvart, båda, dubbel, tredje',
  },
};
