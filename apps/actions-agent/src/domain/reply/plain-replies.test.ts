import { describe, expect, test } from '@jest/globals';
import { readReply } from './read-reply.ts';

/** What people answer every day; all of it is decided without a language model. Separated by `|`. */
const approvals = `
  yes | Yes. | YES! | yes please | Yes, please. | yes please, thanks | yes please, thank you very much | ok | OK | Okay! | ok do it | ok, thanks
  go ahead | please go ahead | sure | sure thing, thanks | sounds good | that sounds great | looks good to me | that's right | That’s right!
  yes that's right | yes, that is correct | Yes, that is correct. | correct | perfect, thanks | agreed | I agree | confirmed | approve | approved
  yes I do | yes, I would | yep | yup | yeah | yeah, go ahead | do it please | yes 👍 | 👍 | 👍🏽 | ✅ | yes ✅ | ok 😊 | yes :) | of course | absolutely
  ok great | yes, great, thanks | lgtm | works for me | this is fine with me | yes, book it | send it | yes, send it please | please do | yes please do
  ja | Ja, bitte | ja gerne | jawohl | klar | natürlich | einverstanden | passt | ja, das stimmt | mach das | ok, mach das bitte | in Ordnung, danke | auf jeden Fall
  oui | Oui, merci | d'accord | d’accord, merci | bien sûr | ça marche | vas-y | je confirme | oui s'il te plaît | parfait | tout à fait | c'est ça
  sí | si | Sí, por favor | ¡Sí! | claro | claro que sí | de acuerdo | vale | vale, gracias | adelante | hazlo | perfecto | confirmo | está bien | por supuesto
  sì | sì, grazie | va bene | d'accordo | certo | confermo | perfetto | procedi | sì, procedi pure | volentieri
  sim | sim, por favor | claro que sim | com certeza | confirmo | tá bom | isso mesmo | combinado | beleza, obrigado | pode sim
  ja graag | is goed | prima, doe maar | doe maar | akkoord | ja, doe maar | graag, dank je | natuurlijk | klopt
  tak | tak, proszę | jasne | pewnie | oczywiście | zgoda | potwierdzam | dobrze, dziękuję | zrób to | w porządku
  ano | ano, prosím | jasně | souhlasím | potvrzuji | dobře, díky | přesně tak
  ja tak | ja, gerne | selvfølgelig | det er i orden | godkendt | gør det | lyder godt, tak
  ja tack | javisst | absolut | det stämmer | gör det | låter bra | okej, tack
  igen | igen, kérem | persze | rendben | rendben, köszönöm | mehet | jóváhagyom
  да | да, пожалуйста | конечно | хорошо, спасибо | согласен | подтверждаю | давай | всё верно | ок
  так | так, будь ласка | звісно | добре, дякую | згоден | згодна | підтверджую | все правильно
  evet | EVET | Evet, lütfen | tamam | TAMAM | tabii ki | onaylıyorum | ONAYLIYORUM | olur, teşekkürler
  bəli | bəli, zəhmət olmasa | təsdiq edirəm | razıyam | oldu, sağ ol
  bai | bai, mesedez | ados | noski | aurrera
  sí, si us plau | d'acord | d'acord, gràcies | és clar que sí | endavant | fes-ho
  بله | بله لطفا | آره | باشه | باشه ممنون | موافقم | تایید می‌کنم | حتماً`;

const rejections = `
  no | No. | NO! | nope | no thanks | No, thank you. | no way | cancel | cancel it please | stop | never mind | don't | don’t do it | please don't | forget it | reject | 👎
  👎🏿 | ❌ | no 👎 | no no no | nein | nein danke | lieber nicht | auf keinen Fall | abbrechen | non | non merci | annule | laisse tomber | pas question
  no gracias | cancela | para nada | no, grazie | annulla | lascia perdere | não | não, obrigado | cancela isso | esquece | nee | nee, dank je | laat maar | nie
  nie, dziękuję | anuluj | ne | ne, děkuji | zruš to | nej tak | annuller | nej tack | avbryt | nem | nem, köszönöm | mégse | нет | нет, спасибо | отмена | ні
  ні, дякую | скасуй | hayır | HAYIR | İPTAL | iptal et | vazgeç | yox | ləğv et | ez | ez, eskerrik asko | no, gràcies | cancel·la-ho | نه | نه ممنون | لغو کن`;

/** A no whose other words are about the decision too. */
const refusals = `
  no, do not approve | No, do not approve it! | do not approve | don't approve | please do not | no, please don't | no, please don't approve this one
  don’t say yes | do not say yes to this | I don't approve | I do not approve of this | I disapprove | not approved | no, don't approve this note, thanks
  stop, do not send | do not proceed | please don't go ahead with it | I said no | no means no | the answer is no | do not approve the booking
  nein, nicht freigeben | Nein, bitte nicht freigeben! | nicht genehmigen | das nicht bestätigen, bitte | gib es nicht frei | genehmige das nicht
  ich stimme dem nicht zu | nein, mach das bitte nicht | nicht freigeben, diese Notiz | sag nicht ja | ich gebe das nicht frei
  non, n'approuve pas | ne l’approuve pas | non, ne pas approuver | n'envoie pas ça | je ne valide pas | ne dis pas oui | non, ne le fais surtout pas
  no, no lo apruebes | no lo hagas, por favor | no, no lo confirmes | no digas que sí | no apruebes esta reserva | he dicho que no
  no, non approvare | non farlo, per favore | non confermarlo | non lo approvo | non dire di sì | ho detto di no | non approvare questa nota
  nie, nie zatwierdzaj | nie zatwierdzaj tego | proszę nie zatwierdzać | nie akceptuj tego, proszę | nie mów tak | nie zatwierdzaj tej notatki`;

/** A no, and then something else, or nothing that decides. */
const otherThanNo = `
  no, buy bread | no, approve | no, approve it | no, do it | don't buy bread | do not forget the milk | no, book a table | no, this note and another
  don't approve the second one | do not approve it before Friday | don't approve it yet | do not say no | don't reject it | do not cancel
  yes, do not approve | do not approve, yes | not bad | nein, kauf Brot | nicht ablehnen | nein, genehmigen | nicht vergessen: Milch | nicht schlecht
  non, achète du pain | ne refuse pas | no, compra pan | no rechaces | no, confirmo | no, aprobar | no, compra il pane | non rifiutare
  nie, kup chleb | nie, zatwierdź | nie, akceptuj | nie odrzucaj | nie, zatwierdzam | no, confirme | nie, akceptuj to`;

const key = { secret: 'secret', userId: 'person' };
const repliesIn = (block: string) =>
  block
    .split(/[|\n]/)
    .map((reply) => reply.trim())
    .filter(Boolean);
const notReadAs = (block: string, intent: string) =>
  repliesIn(block).filter((text) => readReply({ text }, key).reading.intent !== intent);

describe('everyday answers in nineteen languages', () => {
  test('a yes is read as a yes', () => {
    expect(notReadAs(approvals, 'approve')).toEqual([]);
  });

  test('a no that names the decision is read as a no', () => {
    expect(notReadAs(refusals, 'reject')).toEqual([]);
  });

  test('a no with something else in it decides nothing', () => {
    expect(notReadAs(otherThanNo, 'unclear')).toEqual([]);
  });

  test('a no is read as a no', () => {
    expect(notReadAs(rejections, 'reject')).toEqual([]);
  });
});
