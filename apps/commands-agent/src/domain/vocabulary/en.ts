import type { Vocabulary } from './vocabulary.ts';

export const en: Vocabulary = {
  prefixes: {
    todo: 'todo, to do, task, to-do list, todo list, shopping list',
    research: 'research, look up, find out, investigate',
    note: 'note, notes, memo, nb, note to self, idea, thought, quick note, journal',
    link: 'link, bookmark, url, read later, save link',
    calendar: 'calendar, event, meeting, appointment, cal',
    reminder: 'remind, reminder, remind me',
    linear: 'linear, issue, bug, ticket, linear issue, bug report, feature request',
  },
  phrases: {
    todo: `
      add a task, add a todo, add to my todo, add to my to-do list, add to my todo list, add to the list,
      add to the shopping list, create a task, create a todo, new task, new todo, put on my list,
      put on my todo list, i need to, i have to, i gotta, i must, gotta, need to, i should, we need to,
      on my todo list, to my todo list, to my to-do list, to the shopping list, to my shopping list,
      on the shopping list, to my list`,
    research: `
      research, do some research, look into, look up, find out, find me, investigate, dig into, tell me about,
      find information, figure out`,
    note: `
      note that, note down, make a note, take a note, write down, write this down, jot down, new note, add a note,
      save a note, note to self, for the record, remember that, save this thought, to my notes, in my notes`,
    link: 'save this link, save link, bookmark this, bookmark, read later, save this page, save for later',
    calendar: `
      schedule, add to my calendar, put in my calendar, in my calendar, to my calendar, on my calendar,
      add to calendar, calendar event, create an event, new event, new appointment`,
    reminder: `
      remind me, set a reminder, add a reminder, create a reminder, send me a reminder, new reminder,
      dont let me forget, ping me, nudge me, give me a nudge, wake me`,
    linear: `
      linear issue, linear ticket, create an issue, create a ticket, create a bug, open an issue, open a ticket,
      open a bug, file a bug, file an issue, file a ticket, file a bug report, raise a ticket, report a bug,
      log a bug, new issue, new ticket, in linear, to linear, on linear`,
  },
  topics: {
    calendar: `
      book a meeting, set up a meeting, set up a call, book a table, make an appointment, block tomorrow, block my,
      block out`,
    research: 'compare, what are the best, pros and cons, what is the difference, whats the difference',
  },
  deeds: `
    todo, buy, get, call, phone, ring, pay, send, mail, email, write, reply, answer, pick up, drop off, return,
    bring, take, fix, repair, clean, wash, tidy, water, cook, order, book, renew, cancel, finish, prepare, print,
    sign, submit, file, update, review, organize, organise, plan, paint, feed, walk, move, throw, sell, cut, mow,
    collect, dont forget, remember to, make sure, ask, tell, talk to, text, message, change, replace`,
  events: `
    dentist, doctor, appointment, meeting, lunch, dinner, breakfast, brunch, coffee, drinks, party, birthday,
    wedding, concert, flight, train, interview, standup, class, lesson, yoga, gym, training, haircut, hairdresser,
    call with, meet, conference, workshop, exam, movie, cinema, game, match, barbecue, bbq, webinar, demo, holiday,
    trip, checkup, vet`,
  questions: `
    how, what, whats, why, which, who, where, when, is it, is there, are there, does, do, can i, could i, should i,
    best`,
  connectors: 'to, that, about, for, of, a, this, and',
  negations: 'forgot to, dont, do not, no need to, never, didnt, stop',
  courtesies: 'please, pls, plz, hey, hi, hello, ok, okay, can you, could you, would you, so, um, uh',
  smallTalk: {
    answer:
      'yes, yeah, yep, yup, no, nope, nah, sure, yes please, no thanks, of course, approve, approved, reject, cancel, do it, dont, do not, go ahead, never mind, maybe',
    delay:
      'not now, not yet, wait, wait a minute, wait a moment, wait a bit, just a minute, just a moment, one moment, one minute, hold on, hang on, later, a bit later, maybe later, maybe tomorrow, let me think, ill think about it, let me check, not today, in a minute, give me a minute, a moment',
    greeting:
      'hi, hello, hey, hey there, hi there, hello there, yo, good morning, good afternoon, good evening, good night, how are you, hows it going, whats up, nice to meet you',
    courtesy:
      'ok, okay, kk, thanks, thank you, thx, ty, thanks a lot, many thanks, thank you very much, thank you so much, cheers, great, cool, nice, perfect, awesome, super, wow, good, fine, alright, got it, i see, understood, well done, good job, youre welcome, no problem, no worries, sorry, please, bye, goodbye, see you, see you later, take care, haha, hahaha, hehe, lol, hmm, hm, oh, ah, much appreciated, all good, that is great, thats great, that was quick',
  },
  mail: {
    write:
      'email, e-mail, mail, send an email to, send an e-mail to, send a mail to, send email to, write an email to, write an e-mail to, write a mail to',
    give: 'send, forward',
    by: 'by email, by e-mail, by mail, via email, via e-mail, via mail, as an email',
    to: 'to',
    about: 'about, on, regarding',
    notes:
      'the notes, my notes, the note, my note, the latest notes, the latest note, my latest notes, my latest note, the last note, my last note, my last notes',
  },
};
