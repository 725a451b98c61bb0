import { partsOf, type TextPart } from './links.ts';

/** A text in which addresses can be followed. Pages of ours open here, others elsewhere and without knowing from where. */
export function LinkedText({ text }: { readonly text: string }) {
  return partsOf(text, location.origin).map((part, index) => (
    // Parts have no name, and a message never changes.
    <Part key={`${index} ${part.text}`} part={part} />
  ));
}

function Part({ part: { text, link } }: { readonly part: TextPart }) {
  if (link === undefined) return text;
  const elsewhere = link.isOwn ? {} : { target: '_blank', rel: 'noopener noreferrer' };
  return (
    <a href={link.href} {...elsewhere}>
      {text}
    </a>
  );
}
