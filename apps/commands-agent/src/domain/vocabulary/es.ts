import type { Vocabulary } from './vocabulary.ts';

export const es: Vocabulary = {
  prefixes: {
    todo: 'tarea, pendiente, por hacer, lista de la compra, compra',
    research: 'investigación, investigar, buscar, averiguar',
    note: 'nota, notas, apunte, idea, memo, pensamiento, diario',
    link: 'enlace, link, marcador, favorito, leer luego, leer más tarde',
    calendar: 'calendario, cita, reunión, evento, agenda',
    reminder: 'recordatorio, recuérdame, recordar',
    linear: 'linear, bug, ticket, incidencia, error, issue',
  },
  phrases: {
    todo: `
      nueva tarea, añade una tarea, agrega una tarea, crea una tarea, a la lista de la compra, a mi lista,
      a la lista de compras, en la lista, a mis tareas, tengo que, tenemos que, hay que, debo, debemos, no olvides,
      no te olvides de, no olvidar, que no se me olvide, necesito`,
    research: 'investiga, averigua, busca información, búscame, infórmate, encuéntrame, mira cuánto',
    note: `
      anota, anotar, apunta, apuntar, toma nota, tomar nota, nueva nota, recuerda que, escribe que,
      guarda una nota, en mis notas, haz una nota`,
    link: `
      guarda este enlace, guarda este link, guardar enlace, leer luego, leer más tarde, marcador, favorito`,
    calendar: `
      a mi calendario, en mi calendario, al calendario, en el calendario, a mi agenda, en mi agenda, agenda una,
      agenda un, agendar, programa una, nueva cita, nuevo evento`,
    reminder: `
      recuérdame, recordarme, recuérdanos, pon un recordatorio, ponme un recordatorio, crea un recordatorio,
      nuevo recordatorio, avísame, avisarme, hazme acordar, acuérdame, despiértame`,
    linear: `
      crea un ticket, crear un ticket, abre un ticket, abre una incidencia, crea una incidencia, nuevo ticket,
      reporta un bug, reportar un bug, reporta un error, ticket en linear, en linear`,
  },
  topics: {
    calendar: 'reunión con, cita con, cita en',
    research: 'compara, cuál es la diferencia, pros y contras, ventajas y desventajas',
  },
  deeds: `
    comprar, compra, llamar, llama, pagar, paga, enviar, envía, mandar, recoger, devolver, arreglar, limpiar,
    lavar, regar, pedir, reservar, renovar, cancelar, terminar, preparar, imprimir, firmar, escribir, responder,
    ordenar, llevar, sacar, hacer, cambiar, buscar`,
  events: `
    dentista, médico, cita, reunión, comida, almuerzo, cena, desayuno, café, fiesta, cumpleaños, boda, concierto,
    vuelo, tren, entrevista, clase, yoga, peluquería, cine, examen, gimnasio, vacaciones, viaje, partido, quedada`,
  questions: `
    cómo, por qué, qué, cuál, cuáles, quién, dónde, cuándo, cuánto, cuánta, cuántos, cuántas, hay alguna, se puede`,
  connectors: 'que, de, a, para, el, la, los, las, un, una, sobre, lo',
  negations: 'no, nunca',
  courtesies: 'por favor, porfa, xfa, hola, oye, ok, puedes, podrías, eh, bueno',
  smallTalk: {
    answer: 'sí, si, no, claro, sí por favor, no gracias, de acuerdo, adelante, hazlo, cancela, quizás, tal vez',
    delay:
      'todavía no, aún no, ahora no, espera, espera un momento, un momento, un segundo, más tarde, luego, quizás mañana, tal vez mañana, hoy no, déjame pensar, lo pienso',
    greeting: 'hola, buenas, buenos días, buenas tardes, buenas noches, qué tal, cómo estás, hola qué tal',
    courtesy:
      'gracias, muchas gracias, mil gracias, de nada, vale, perfecto, genial, estupendo, bien, muy bien, bueno, qué bien, entendido, ya veo, ah, lo siento, perdón, por favor, adiós, hasta luego, hasta mañana, hasta pronto, chao, jaja, jajaja',
  },
  mail: {
    write:
      'correo a, correo para, email a, envía un correo a, manda un correo a, escribe un correo a, envía un email a, manda un email a',
    give: 'envía, manda, enviar',
    by: 'por correo, por email, por e-mail, por mail, por correo electrónico',
    to: 'a, para',
    about: 'sobre, acerca de',
    notes: 'las notas, mis notas, la nota, mi nota, la última nota, mi última nota',
  },
};
