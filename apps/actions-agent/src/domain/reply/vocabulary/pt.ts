import type { Vocabulary } from './vocabulary.ts';

export const pt: Vocabulary = {
  language: 'pt',
  yes: 'sim, sim sim, isso sim',
  approve: `
    claro, claro que sim, com certeza, (está |tá |)certo, certíssimo, (está |)correto, correta, (está |)correcto, exato, exatamente, isso, isso mesmo, é isso,
    é isso mesmo, isso aí, é isso aí, de acordo, estou de acordo, concordo, (eu |)confirmo, confirmado, confirmada, (eu |)aprovo, aprovado, aprovada, (eu |)aceito,
    aceite, aceito, (está|tá) (bom|bem|ótimo|perfeito), beleza, blz, fechado, combinado, pode( sim| fazer| mandar| enviar| seguir|), faz, faça, faz isso,
    faça isso, manda ver, manda, vai em frente, siga, vamos, vamos lá, vamos nisso, prossiga, avança, avance, força, afirmativo, isso é afirmativo, perfeito,
    sem dúvida, (com |)(muito |)prazer, quero sim, por mim tudo bem, parece (bom|bem|ótimo), soa bem, (envia|reserva|guarda|cria|agenda|compra)-o`,
  praise:
    'bom, bem, ótimo, ótima ideia, boa, excelente, fantástico, legal, show, massa, fixe, maravilha, muito bem, muito bom, tudo bem, boa ideia',
  echo: 'quero, eu quero, eu quero isso, gostaria, seria (ótimo|bom|perfeito), podes, é verdade, está bem assim',
  courtesy:
    'por favor, pf, pfv, se faz favor, obrigado, obrigada, muito obrigado, muito obrigada, valeu, agradeço, grato, grata, brigado, brigada',
  reject: `
    não, não não, nunca, jamais, nada, de jeito nenhum, de maneira nenhuma, de modo algum, claro que não, com certeza não, nem pensar, discordo, não concordo,
    estou em desacordo, negativo, (cancela|cancele|cancelar|ignora|ignore|ignorar|esquece|esqueça|esquecer)( isso| isto| tudo|),
    (cancela|ignora|esquece|cancelar|ignorar|esquecer) (o pedido|(esta |essa |a |)(ordem|instrução)), ignora o que eu disse, esquece o que eu disse, para, pare,
    parar, rejeito, rejeitar, rejeitado, recuso, recusar, recusado, deixa pra lá, deixa estar, deixa lá, não (faças|faça)( isso|), não quero, não precisa,
    não é preciso`,
  doubtful: 'sim claro, claro claro, sim certo, tá bom então, sim sim claro, sim beleza, pois sim, sim show, sim legal',
  plain: `
    eu, o, a, os, as, isso, isto, é, assim, quero, queria, fazer, me, nos, para mim, para nós, muito, tudo, confirmar, reservar, enviar, guardar, salvar,
    criar, adicionar, comprar, agendar, que faças, que faça`,
  things:
    'reunião, reserva, nota, tarefa, lembrete, evento, mensagem, email, lista, compra, consulta, encomenda, pedido',
  pointers: 'o, a, os, as, este, esta, esse, essa, meu, minha',
  vetoes: {
    negation:
      'não, nem, nunca, jamais, nada, ninguém, nenhum, nenhuma, tampouco, sem, mentira, mente, errado, erro, falso',
    condition: `
      se, mas, porém, exceto, só, somente, apenas, quando, desde que, enquanto, até, a menos, embora, talvez, quiçá, provavelmente, possivelmente, depende,
      acho, creio, suponho, espero, senão, ou, antes, depois, contudo, na verdade, caso`,
    question:
      'que, quê, quem, qual, quais, quando, onde, como, quanto, quantos, por que, porque, porquê, podes fazer, será que',
    edit: `
      muda, mudar, mude, altera, alterar, troca, trocar, em vez, ao invés, melhor, outro, outra, outros, também, além, adiciona também, tira, remove, move,
      mais, menos, com, ao, de, do, da, em, no, na, por, para, sobre, um, uma, chama, põe, coloca, diferente`,
    time: `
      agora, hoje, amanhã, ontem, logo, cedo, tarde, noite, manhã, meio-dia, segunda, terça, quarta, quinta, sexta, sábado, domingo, semana, mês, ano, hora,
      horas, minuto, janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro, próximo, próxima, espera, ainda, já`,
    number:
      'zero, dois, duas, três, quatro, cinco, seis, sete, oito, nove, dez, onze, doze, quinze, vinte, trinta, cem, mil, meio, meia, dobro, segundo',
  },
};
