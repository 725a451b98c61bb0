import { itemsTexts } from '../../texts/items.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Research } from './found-in.ts';

/** What a language model wrote. It says so before the text, so that nobody takes it for fact. */
export const ItemResearch = ({ research: { text, openQuestions, model, notice } }: { readonly research: Research }) => (
  <section className="research" aria-labelledby="research-title">
    <h2 id="research-title">{itemsTexts.researchTitle}</h2>
    <Notice tone="warning">
      <p>
        {notice} (<bdi>{model}</bdi>)
      </p>
    </Notice>
    {text.split(/\n{2,}/).map((paragraph, at) => (
      // Paragraphs have no name, and a text is written once.
      <p key={`${at} ${paragraph}`}>
        <bdi>{paragraph}</bdi>
      </p>
    ))}
    {openQuestions.length > 0 && (
      <>
        <h3>{itemsTexts.openQuestions}</h3>
        <ul>
          {openQuestions.map((question) => (
            <li key={question}>
              <bdi>{question}</bdi>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);
