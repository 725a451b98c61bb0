import type { Suggestion } from '../../forms/text-field.tsx';

/** Offered, not demanded: any language that the runtime of the service knows can be typed. */
const languageTags =
  'ar bg cs da de el en en-GB en-US es et fi fr he hi hr hu id it ja ko lt lv nl no pl pt pt-BR ro ru sk sl sr sv tr uk vi zh';

const nameOf = (tag: string) => new Intl.DisplayNames([tag], { type: 'language' }).of(tag);

export const languages: readonly Suggestion[] = languageTags
  .split(' ')
  .map((tag) => ({ value: tag, label: nameOf(tag) ?? tag }));

export const timeZones: readonly Suggestion[] = Intl.supportedValuesOf('timeZone').map((value) => ({ value }));

export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
