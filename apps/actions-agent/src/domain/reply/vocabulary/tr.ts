import type { Vocabulary } from './vocabulary.ts';

export const tr: Vocabulary = {
  language: 'tr',
  yes: 'evet, evet evet',
  approve: `
    tabii ki, elbette, olur, tamam, tamamdır, kabul, kabul ediyorum, kabul edildi, onaylıyorum, onayla, onaylandı, onay, onay veriyorum, doğru, doğrudur, bu doğru,
    aynen, aynen öyle, kesinlikle, kesinlikle evet, katılıyorum, yap, yapın, yapabilirsin, yapabilirsiniz, devam et, devam edin, devam, gönder, gönderin, gönderebilirsin,
    kaydet, uygun, uygundur, bana uyar, anlaştık, mükemmel, memnuniyetle, seve seve, hayhay, doğru söylüyorsun, kulağa hoş geliyor`,
  praise: 'güzel, iyi fikir, çok güzel, harika, süper, çok iyi, iyi, şahane, peki, tabii, tabi',
  echo: 'istiyorum, isterim, bunu istiyorum, iyi olur, harika olur',
  courtesy:
    'lütfen, teşekkürler, teşekkür ederim, çok teşekkürler, çok teşekkür ederim, sağ ol, sağ olun, sağol, sağolun, eyvallah, zahmet olmazsa',
  reject: `
    hayır, hayır hayır, yok, olmaz, asla, kesinlikle hayır, tabii ki hayır, katiyen, hiç, iptal, iptal et, iptal edin, istemiyorum, istemem, vazgeç, vazgeçtim, gerek yok,
    reddet, reddediyorum, reddedildi, yapma, yapmayın, gönderme, göndermeyin, boş ver, boşver, unut, unut gitsin, dur, durdur, bırak, katılmıyorum, kabul etmiyorum,
    onaylamıyorum, uygun değil, değil`,
  doubtful:
    'tabii tabii, tabi tabi, evet tabii, evet tabi, aynen aynen, tamam tamam, tabii canım, evet güzel, evet harika, evet süper, evet peki',
  plain:
    'bu, bunu, şunu, ben, böyle, öyle, çok, hepsi, hepsini, kaydet, oluştur, ekle, satın al, benim için, bizim için, et',
  vetoes: {
    negation: 'hayır, yok, değil, hiç, asla, olmaz, istemiyorum, yapma, yalan, yanlış, hata, olmadan',
    condition:
      'eğer, ama, fakat, ancak, sadece, yalnızca, hariç, dışında, ise, kadar, sonra, önce, belki, galiba, sanırım, herhalde, muhtemelen, bağlı, umarım, veya, ya, yoksa, şartıyla',
    question: 'ne, kim, kime, neden, niye, niçin, nasıl, nerede, hangi, kaç, mi, mı, mu, mü, misin, mısın',
    edit: 'değiştir, yerine, daha, başka, diğer, ayrıca, de, da, çıkar, sil, taşı, düzelt, adını, fazla, az, ile, için, bir',
    time: `
      şimdi, bugün, yarın, dün, birazdan, hemen, sabah, öğlen, akşam, gece, pazartesi, salı, çarşamba, perşembe, cuma, cumartesi, pazar, hafta, ay, yıl, saat, dakika,
      ocak, şubat, mart, nisan, mayıs, haziran, temmuz, ağustos, eylül, ekim, kasım, aralık, gelecek, erken, geç, bekle, henüz`,
    number:
      'sıfır, iki, üç, dört, beş, altı, yedi, sekiz, dokuz, on, yirmi, yüz, bin, yarım, buçuk, çeyrek, ikisi, ikinci, çift',
  },
};
