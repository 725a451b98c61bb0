/**
 * Words that ask for a change, per language, separated by commas. They decide nothing: what they lead to is shown as a new
 * question. So a word that is missing costs a question, and a wrong one too.
 */
interface EditWords {
  /** Lead to a part and its new value: "change the title to …". */
  readonly change: string;
  /** Lead to a new title: "call it …". */
  readonly rename: string;
  /** Lead to a new time: "move it to …". */
  readonly move: string;
  /** Between a yes or no and what is to be different. */
  readonly but: string;
  /** Between a part and its new value. */
  readonly to: string;
  /** Before a part, saying nothing. */
  readonly the: string;
  /** After the whole, saying nothing. */
  readonly courtesy: string;
}

const languages: readonly EditWords[] = [
  {
    change: 'please edit, please change, edit, change, set, update',
    rename: 'rename it to, rename it, rename to, rename, call it, name it, title it',
    move: 'move it to, move it, move to, reschedule it to, reschedule to, postpone it to, postpone to, make it, make that, change it to, change that to, put it',
    but: 'but only, but please, but rather, but, just, only, rather',
    to: 'should be, to be, to, is, as',
    the: 'the, its, my, a',
    courtesy: 'please, instead, thanks, thank you, rather, then',
  },
  {
    change: 'bitte ändere, ändere, ändern, setze, setz',
    rename: 'nenne es, nenn es, benenne es um in',
    move: 'verschiebe es auf, verschieb es auf, verschiebe auf',
    but: 'aber nur, aber bitte, aber, lieber, nur',
    to: 'soll, ist, auf, zu, in',
    the: 'den, die, das, der',
    courtesy: 'bitte, stattdessen, danke, lieber',
  },
  {
    change: 'modifie, modifier, change, changer, mets',
    rename: 'renomme en, appelle-le, appelle le',
    move: 'déplace à, déplace au, reporte à, reporte au',
    but: 'mais plutôt, mais, plutôt',
    to: 'en, à, est',
    the: 'le, la, les, l',
    courtesy: "s'il te plaît, s'il vous plaît, plutôt, merci",
  },
  {
    change: 'cambia, cambiar, edita, editar, pon',
    rename: 'llámalo, renombra a',
    move: 'muévelo a, muévelo al, pásalo a, pásalo al',
    but: 'pero mejor, pero, mejor',
    to: 'a, es',
    the: 'el, la, los, las',
    courtesy: 'por favor, gracias, mejor',
  },
  {
    change: 'modifica, cambia, metti',
    rename: 'chiamalo, rinominalo in',
    move: 'spostalo a, spostalo alle, spostalo al',
    but: 'ma piuttosto, ma, però',
    to: 'in, a, è',
    the: 'il, la, lo, i, le',
    courtesy: 'per favore, per piacere, invece, grazie',
  },
  {
    change: 'altera, alterar, muda, mudar, edita',
    rename: 'renomeia para, chama-lhe',
    move: 'muda para, move para, adia para',
    but: 'mas, porém',
    to: 'para, é',
    the: 'o, a, os, as',
    courtesy: 'por favor, obrigado, obrigada',
  },
  {
    change: 'wijzig, verander, zet',
    rename: 'noem het, hernoem naar',
    move: 'verplaats naar, verzet naar, verschuif naar',
    but: 'maar liever, maar dan, maar, liever',
    to: 'naar, in, is, op',
    the: 'de, het',
    courtesy: 'alsjeblieft, alstublieft, graag, bedankt',
  },
  {
    change: 'zmień, zmien, edytuj, popraw, ustaw',
    rename: 'nazwij to, zmień nazwę na',
    move: 'przenieś na, przełóż na, przesuń na',
    but: 'ale raczej, ale, tylko',
    to: 'na, to',
    the: '',
    courtesy: 'proszę, dzięki, dziękuję',
  },
];

/** Longest first, so that "call it" is not taken for "call". */
const listed = (kind: keyof EditWords): readonly string[] =>
  languages
    .flatMap((words) => words[kind].split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .toSorted((one, other) => other.length - one.length);

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** One of these phrases, for a regular expression; spaces stand for any white space. */
export const oneOf = (phrases: readonly string[]) =>
  `(?:${phrases.map((phrase) => literally(phrase).replaceAll(' ', String.raw`\s+`)).join('|')})`;

export const editWord = (kind: keyof EditWords) => oneOf(listed(kind));
