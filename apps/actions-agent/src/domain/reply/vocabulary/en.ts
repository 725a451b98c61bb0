import type { Vocabulary } from './vocabulary.ts';

export const en: Vocabulary = {
  language: 'en',
  yes: 'yes, yeah, yep, yup, yea, yes yes, aye',
  approve: `
    sure, sure thing, of course, absolutely, definitely, certainly, by all means, affirmative, agreed, i agree, with pleasure,
    (i |)confirm( it| that| this| all of it|), confirmed, (i |)approve( it| that| this|), approved, i accept, accepted, accept,
    (please |)(go ahead|proceed|do it|do that|do so|carry on)( with it| with that|), please do, go for it, make it so,
    make it happen, lets (do|go for) (it|that|this), (please |)(go ahead and |)(send|book|save|create|add|schedule|reserve|play|buy) (it|that|them),
    correct, exactly, exactly right, precisely, indeed, perfect, all (correct|right), alright,
    (that|this|it|everything) is (all |exactly |)(correct|right|accurate|perfect), (thats|its) (all |exactly |)(correct|right|accurate|perfect),
    thats exactly it, thats exactly what i (want|need|wanted), thats what i (want|need|wanted),
    (that|this|it|) sounds about right, (that|this|it|) (all |)(sounds|looks|seems) (good|great|right|correct|fine|perfect|ok|okay|lovely|wonderful)( to me|),
    (all |everything |)(looks|sounds) (good|great|right|correct|fine|perfect), good to go, lgtm,
    (that|this|it|) works( for me| for us|), (that will|thatll|that would|thatd) (work|do nicely|be (great|good|fine|perfect|lovely|wonderful|nice)),
    (this is |that is |thats |its |)(fine|ok|okay|good) (with|by) me, (id|i would) (like|love) (that|it), yes to that, the answer is yes`,
  praise: `
    great, cool, nice, good, lovely, wonderful, awesome, excellent, fantastic, brilliant, super, fine, thats (great|good|fine|nice|lovely),
    that is (great|good|fine|nice|lovely), very good, very well, (good|great) idea, well done, sir, madam`,
  echo: `
    i (do|am|would|can), it (is|does), you (can|may|are|are right|are correct), youre (right|correct), we (can|do), thats it, that is it, thats the one, thats true,
    that is true, thats confirmed, i (want|need) (it|that|this|to), i would (like|love) to, id (like|love) to, all good, thats ok, that is ok,
    thats okay, that is okay`,
  courtesy: `
    please, pls, plz, kindly, thanks, thanks a lot, many thanks, thank you, thank you (very|so) much, thx, ty, cheers, much appreciated,
    i appreciate it, i appreciate that, appreciated`,
  reject: `
    no, nope, nah, naw, nay, no way, never, never mind, nevermind, not, not at all, no need, no chance, negative, by no means,
    (please |)cancel( it| that| this|), (please |)stop( it| that|), abort( it|), reject( it| that|), rejected, decline( it|), declined, refuse, refused,
    disagree, i (disagree|refuse|decline), i (dont|do not) (agree|want it|want that|want to), no i (dont|do not),
    dont, do not, (please |)(dont|do not) do (it|that|this|so), (please |)(dont|do not) send (it|that), id rather not, i would rather not, rather not,
    (absolutely|definitely|certainly|of course|hell|heck) (not|no), forget (it|that|about it), drop it, skip it, leave it, scrap it,
    discard( it|), delete it, not interested`,
  refuse: `
    please (dont|do not), (i |)(dont|do not|will not|wont) (approve|confirm|accept|authorize|authorise|allow)( of|) (it|this|that|them|anything|),
    (please |)(dont|do not|never) (approve|confirm|accept|allow|do|send|book|save|create|add|schedule|reserve|make|buy) (it|this|that|them|anything|),
    (please |)(dont|do not) (proceed|continue|go ahead|carry on)( with (it|this|that)|), (please |)(dont|do not) approve (this|that) one,
    (please |)(dont|do not) (say|answer|reply) (yes|ok|okay)( to (it|this|that)|), (i |)disapprove( of (it|this|that)|), disapproved,
    not (approved|confirmed|accepted), i (dont|do not) want you to (do|send|book|save|create) (it|this|that), i said no, no means no,
    (the|my) answer is( still|) no, (that is|thats) a no, no to (it|this|that)`,
  doubtful: `
    yeah sure, yeah yeah, oh sure, sure sure, ok ok, ok fine, okay fine, fine fine, yeah great, yeah nice`,
  plain: `
    (please |)(dont|do not) (cancel|reject|decline|refuse|stop|delete|say no) (it|this|that|),
    i, id, ill, im, we, you, it, that, this, them, these, those, is, be, will, would, do, does, the, very, really, so, all, oh,
    very much, so much, like to, love to, want to, need to, wish to, ready to, happy to, glad to, want, need, would like, would love, lets, let us, go,
    for me, for us, with (that|this|it), helpful, ideal, exactly what, what i (want|need|wanted|had in mind), looking forward to it,
    (book|make|reserve|get) (me|us), make (it|that|this) for (me|us), a visit, tickets, funds, like,
    make (a|an|the|my|this|that|) (appointment|booking|reservation|purchase|payment|transfer|order),
    (a|an|) (appointment|booking|reservation|purchase|payment|transfer|ticket|table|seat|room|car|ride|trip|visit|flight|hotel|movie|song),
    book, reserve, schedule, send, create, save, buy, purchase, start, play, begin, order, submit, record, rent, get, complete, finish, transfer`,
  things: `
    action, appointment, booking, bookmark, calendar, car, car rental, email, entry, event, flight, hotel, house, issue, item, link, list, mail,
    meeting, message, money, movie, music, note, order, payment, property, purchase, rental, reminder, request, research, reservation, restaurant,
    ride, room, seat, song, table, task, ticket, tickets, todo, transaction, trip, visit`,
  pointers: 'the, this, that, these, those, my',
  vetoes: {
    negation: `
      no, not, dont, doesnt, didnt, isnt, arent, wasnt, werent, wont, wouldnt, cant, cannot, couldnt, shouldnt, aint, never, none, nothing, nobody,
      nope, nah, nor, neither, without, hardly, barely, refuse, cancel, stop, abort, forget, unwanted, false, wrong, incorrect, lie, lies, lying, hate`,
    condition: `
      if, but, (that will|thatll) do, unless, only, except, until, till, when, once, after, before, while, provided, providing, assuming, as long as, in case, though, although,
      however, otherwise, maybe, perhaps, possibly, probably, might, may, depends, depending, guess, suppose, think, hope, unsure, whatever, either, or`,
    question: `
      what, whats, why, who, whos, whom, whose, which, where, wheres, how, hows, when, whens, huh,
      (is|was|does|did|will|would|are|should|shall|can|could|have|has|may) (it|that|this|these|they|there|you|i|we), do (you|i|we|they)`,
    edit: `
      change, instead, rather, actually, also, too, another, other, different, replace, rename, move, remove, add, include, invite, edit, update, modify,
      make, call it, set it, put it, correct it, fix, swap, switch, more, less, fewer, bigger, smaller, cheaper, longer, shorter, plus, extra, cc, bcc,
      prefer, meant, mean, mistake, typo, to, for, with, at, on, from, by, in, into, via, as, of, about, a, an, and`,
    time: `
      now, later, soon, today, tonight, tomorrow, yesterday, morning, afternoon, evening, night, noon, midnight, monday, tuesday, wednesday, thursday,
      friday, saturday, sunday, weekend, week, weeks, day, days, month, months, year, hour, hours, minute, minutes, january, february, march, april, june,
      july, august, september, october, november, december, am, pm, oclock, next, last, earlier, first, then, yet, already, still, wait, hold on`,
    number: `
      zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fifteen, twenty, thirty, forty, fifty, hundred, thousand,
      million, half, quarter, double, twice, second, third, fourth, fifth, both, couple, dozen, several, few, many, single`,
  },
};
