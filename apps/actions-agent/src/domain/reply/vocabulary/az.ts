import type { Vocabulary } from './vocabulary.ts';

export const az: Vocabulary = {
  language: 'az',
  yes: 'bəli, hə, hən, evet, bəli bəli',
  approve: `
    əlbəttə, təbii ki, düzdür, doğrudur, doğru, razıyam, razılaşıram, oldu, yaxşı, tamam, təsdiq edirəm, təsdiqləyirəm, təsdiq, təsdiq et, təsdiqləndi, qəbul edirəm,
    qəbul, elə, göndər, göndərin, davam et, davam edin, olar, uyğundur, mənə uyğundur, mütləq, tam doğru, məmnuniyyətlə, yadda saxla, danışdıq`,
  praise: 'əla, gözəl, çox yaxşı, super, mükəmməl, çox gözəl',
  echo: 'istəyirəm, bunu istəyirəm, edə bilərsən, yaxşı olar',
  courtesy:
    'lütfən, zəhmət olmasa, xahiş edirəm, xahiş olunur, təşəkkür, təşəkkürlər, təşəkkür edirəm, çox təşəkkür edirəm, sağ ol, çox sağ ol, sağ olun, çox sağ olun',
  reject: `
    yox, xeyr, yox yox, olmaz, heç vaxt, heç, əsla, qətiyyən, ləğv et, ləğv edin, ləğv, bürax, burax, buraxın, lazım deyil, istəmirəm, etmə, etməyin, eləmə, göndərmə,
    dayan, dayandır, qəbul etmirəm, razı deyiləm, təsdiq etmirəm, rədd et, rədd edirəm, imtina edirəm, imtina, unut, fikrimi dəyişdim`,
  doubtful: 'hə hə, hə əlbəttə, bəli əlbəttə, oldu oldu, hə yaxşı, hə düzdür, hə əla',
  plain: 'bu, bunu, mən, belə, çox, hamısı, hamısını, yarat, əlavə et, mənim üçün, bizim üçün',
  vetoes: {
    negation: 'yox, xeyr, deyil, heç, əsla, olmaz, istəmirəm, etmə, yalan, yanlış, səhv',
    condition:
      'əgər, amma, lakin, ancaq, yalnız, təkcə, başqa, sonra, əvvəl, qədər, bəlkə, yəqin, güman, asılıdır, və ya, yoxsa, şərtlə, ümid',
    question: 'nə, kim, kimə, niyə, nəyə, necə, harada, hansı, neçə, haçan, nə vaxt, mi, mı, mu, mü',
    edit: 'dəyiş, dəyişdir, əvəzinə, daha, başqa, digər, həm də, də, da, çıxar, sil, köçür, düzəlt, artıq, az, ilə, üçün, bir',
    time: `
      indi, bu gün, sabah, dünən, birazdan, səhər, günorta, axşam, gecə, bazar ertəsi, çərşənbə axşamı, çərşənbə, cümə axşamı, cümə, şənbə, bazar, həftə, ay, il, saat,
      dəqiqə, yanvar, fevral, mart, aprel, may, iyun, iyul, avqust, sentyabr, oktyabr, noyabr, dekabr, gələn, tez, gec, gözlə, hələ`,
    number: 'sıfır, iki, üç, dörd, beş, altı, yeddi, səkkiz, doqquz, on, iyirmi, yüz, min, yarım, hər ikisi, ikinci',
  },
};
