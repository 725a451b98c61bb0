import type { Vocabulary } from './vocabulary.ts';

export const es: Vocabulary = {
  language: 'es',
  yes: 'sí, sí sí, sip, sipi',
  approve: `
    claro, claro que (sí|si), por supuesto, por supuesto que sí, desde luego, de acuerdo, estoy de acuerdo, vale, dale, venga, adelante, hazlo, hágalo, háganlo,
    procede, proceda, perfecto, correcto, es correcto, (eso |)está (bien|perfecto), exacto, exactamente, así es, eso es, eso mismo, me parece (bien|perfecto),
    suena (bien|perfecto|genial), me (sirve|va bien), conforme, confirmado, confirmada, (lo |)confirmo, confirmar, (lo |)apruebo, aprobado, (lo |)acepto,
    aceptado, sin duda, efectivamente, afirmativo, con (gusto|mucho gusto), (mándalo|envíalo|resérvalo|guárdalo|agéndalo|créalo|agrégalo|añádelo|cómpralo),
    si (por favor|porfa|gracias|muchas gracias|ok|vale|hazlo|adelante|perfecto|de acuerdo), totalmente, definitivamente, cierto, es cierto, lo quiero`,
  praise:
    'bien, muy bien, genial, súper, excelente, estupendo, fantástico, buenísimo, guay, chévere, buena idea, qué bien, bárbaro',
  echo: 'quiero, lo quiero hacer, me gustaría, puedes, quiero eso, estaría bien, sería (genial|perfecto|bueno)',
  courtesy:
    'por favor, porfa, porfavor, gracias, muchas gracias, mil gracias, muchísimas gracias, te lo agradezco, se lo agradezco, amable',
  reject: `
    no, nop, nah, no no, nunca, jamás, para nada, de ninguna manera, en absoluto, claro que no, por supuesto que no, desde luego que no, ni hablar, ni loco,
    estoy en desacuerdo, no estoy de acuerdo, en desacuerdo, cancela, cancelar, cancélalo, cancele, cancela (eso|todo), para, detente, rechazar, rechazo,
    lo rechazo, rechazado, olvídalo, olvida eso, déjalo, negativo, no (lo |)quiero, no lo hagas, no hagas eso, no hace falta, no es necesario, anula, anular`,
  refuse: `
    (no |)no (lo|la|) (apruebes|confirmes|aceptes|autorices|envíes|mandes|reserves|guardes|hagas|ejecutes) (eso|esto|),
    (no |)no (lo|la) (apruebe|confirme|acepte|autorice|envíe|mande|reserve|guarde|haga|ejecute), (no |)no (lo|la) (apruebo|confirmo|acepto|autorizo), no digas que sí, no diga que sí, (he dicho|dije) que no, no (aprobado|autorizado)`,
  doubtful:
    '(sí|si) claro, claro claro, si seguro, sí seguro, sí cómo no, ya claro, vale vale, sí sí claro, sí genial, sí excelente',
  plain: `
    no (lo |)(canceles|cancele|rechaces|rechace|anules|anule),
    yo, lo, la, los, las, eso, esto, es, así, quiero, quisiera, hacer, hacerlo, me, nos, para mí, para nosotros, muy, todo, reservar, reserva, enviar,
    guardar, crear, agregar, comprar, agendar, que lo hagas, está`,
  things:
    'cita, reserva, nota, tarea, recordatorio, evento, reunión, mensaje, correo, lista, compra, enlace, pedido, solicitud',
  pointers: 'el, la, los, las, este, esta, ese, esa, mi, mis',
  vetoes: {
    negation:
      'no, ni, nunca, jamás, nada, nadie, ningún, ninguna, ninguno, tampoco, sin, mentira, miente, falso, error, mal, equivocado',
    condition: `
      si, pero, salvo, excepto, solo, sólo, solamente, únicamente, cuando, siempre que, mientras, hasta, a menos, aunque, quizá, quizás, tal vez, a lo mejor,
      probablemente, posiblemente, depende, creo, supongo, espero, sino, o, antes, después, bueno, sin embargo`,
    question:
      'qué, quién, cuál, cuáles, cuándo, dónde, cómo, cuánto, cuántos, cuánta, por qué, puedes tú, es que, seguro',
    edit: `
      cambia, cambiar, cámbialo, mejor, en vez, en lugar, otro, otra, otros, también, además, agrega también, añade, quita, mueve, modifica, reemplaza, renombra,
      más, menos, con, a, al, de, del, en, por, para, sobre, un, una, unos, ponle, ponlo, llámalo, diferente`,
    time: `
      ahora, hoy, mañana, ayer, luego, pronto, tarde, noche, mediodía, lunes, martes, miércoles, jueves, viernes, sábado, domingo, semana, mes, año, hora,
      horas, minuto, enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre, próximo, próxima, espera, todavía, ya`,
    number:
      'cero, uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, quince, veinte, treinta, cien, mil, medio, media, doble, segundo',
  },
};
