import type { Vocabulary } from './vocabulary.ts';

export const da: Vocabulary = {
  language: 'da',
  yes: 'ja, jep, jepper, japp',
  approve: `
    selvfølgelig, naturligvis, klart, helt klart, helt sikkert, enig, jeg er enig, aftalt, aftale, det er (fint|en aftale|i orden|korrekt|rigtigt|perfekt|godt),
    fint nok, i orden, gør (det|bare det), bare gør det, kør, kør på, kør bare, kør det, gå videre, gå i gang, fortsæt, godkendt, godkend, jeg godkender( det|), bekræftet,
    jeg bekræfter( det|), bekræft, accepteret, jeg accepterer, korrekt, rigtigt, det stemmer, det passer, præcis, præcist, nemlig, perfekt, gerne, meget gerne,
    det må du gerne, absolut, bestemt, (det |)lyder (godt|fint|perfekt), send (det|den), book (det|den), gem (det|den), jatak, jada`,
  praise: 'fint, godt, super, skønt, herligt, fedt, dejligt, alle tiders, god idé, rigtig godt, flot',
  echo: 'det vil jeg( gerne|), jeg vil gerne, det må du, det kan du, det er det, det ville være (fint|godt|dejligt)',
  courtesy:
    'tak, mange tak, tusind tak, tak skal du have, tak for hjælpen, på forhånd tak, venligst, vær venlig, vær så venlig',
  reject: `
    nej, næ, nah, nix, nej nej, nej da, ikke, aldrig, bestemt ikke, absolut ikke, selvfølgelig ikke, helst ikke, overhovedet ikke, på ingen måde, under ingen omstændigheder,
    uenig, jeg er uenig, jeg er ikke enig, annuller( det|), annullér, aflys( det|), afbryd, stop, stop det, afvis, afvist, jeg afviser( det|), glem det, lad være, lad det være,
    gør det ikke, jeg vil ikke, det vil jeg ikke, ikke nødvendigt, behøves ikke, negativ, drop det`,
  doubtful: 'ja ja, jaja, ja da, ja sikkert, ja godt, ja fint, ja super, ja herligt',
  plain:
    'jeg, det, den, vi, er, vil, gerne, så, meget, alt, bekræfte, booke, sende, gemme, oprette, bestille, købe, for mig, for os',
  vetoes: {
    negation: 'nej, ikke, intet, ingen, aldrig, uden, næppe, hverken, løgn, lyver, forkert, fejl',
    condition:
      'hvis, men, kun, bare hvis, undtagen, medmindre, når, først, så snart, indtil, dog, måske, muligvis, sandsynligvis, nok, afhænger, tror, håber, eller, ellers, virkelig',
    question:
      'hvad, hvem, hvornår, hvor, hvorfor, hvordan, hvilken, hvilket, hvilke, (er|stemmer|passer|kan|skal|vil|må|har) (det|den|du|jeg|vi|i|de)',
    edit: 'ændr, ændre, skift, i stedet, hellere, anden, andet, andre, også, mere, mindre, tilføj, fjern, flyt, omdøb, kald, ret, med, til, fra, på, i, om, ved, en, et',
    time: `
      nu, i dag, i morgen, i går, senere, snart, morgen, formiddag, middag, eftermiddag, aften, nat, mandag, tirsdag, onsdag, torsdag, fredag, lørdag, søndag,
      uge, måned, år, time, timer, minut, klokken, januar, februar, marts, april, maj, juni, juli, august, september, oktober, november, december, næste, vent`,
    number:
      'nul, to, tre, fire, fem, seks, syv, otte, ni, ti, elleve, tolv, tyve, hundrede, tusind, halv, kvart, begge, dobbelt, anden, tredje',
  },
};
