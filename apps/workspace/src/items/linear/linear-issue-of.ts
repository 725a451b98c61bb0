import { type LinearIssue, linearPriorities } from '@intexuraos/internal-clients/linear-agent';
import type { JsonObject } from '@intexuraos/kernel';

/** Linear's own bound. */
const titleCharsMax = 255;

/** The issue for Linear, in the team of the account: of the team that was said, only the name is known. */
export function linearIssueOf({ title, description = '', team, priority }: LinearIssue): JsonObject {
  const isLong = title.length > titleCharsMax;
  const said = [isLong && title, team !== undefined && `Team: ${team}`, description].filter(Boolean).join('\n\n');
  return {
    title: isLong ? `${title.slice(0, titleCharsMax - 1)}…` : title,
    ...(said !== '' && { description: said }),
    ...(priority !== undefined && { priority: linearPriorities.indexOf(priority) }),
  };
}
