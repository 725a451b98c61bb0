/** Words of many languages that lead to a day. */
const lead =
  /(?:^|[^\p{L}\p{N}])(?:on|by|until|till|for|before|after|am|zum|vom|bis|ab|den|dem|le|du|au|el|il|dal|al|entro il|dia|op|dnia|do|od|от|до|на)\s+(?:the\s+)?$/iu;

/** What may follow a day: nothing, a pause, a time of the clock, or a word that leads to one. */
const clock =
  /^\s*(?:$|[,;:!?)–—-]|\.(?:\s|$)|\d|(?:at|from|by|around|between|um|ab|gegen|von|bis|zwischen|à|vers|dès|entre|a las?|de las|alle|dalle|tra|às|pelas|om|vanaf|tussen|kl\.?|klockan|o|od|do|в|с)(?!\p{L}))/iu;

/** "On", "am", "le" and so on stand before it. */
export const isLedTo = (before: string): boolean => lead.test(before);

/** Nothing follows that it could belong to, as the cup does in "1/2 cup". */
export const standsFree = (after: string): boolean => clock.test(after);
