import {
  type LinearIssue,
  type LinearPreview,
  type LinearPreviewRequest,
} from '@intexuraos/internal-clients/linear-agent';
import { readPriority } from './read-priority.ts';

const request =
  /^(?:please\s+)?(?:(?:create|add|open|file|new)\s+)?(?:an?\s+)?(?:new\s+)?(?:linear\s*)?(?:issue|bug|ticket|task)?\s*[:\-–—]\s*/i;
const team = /\b[Tt]eam(?::\s*|\s+(?=[\p{Lu}"]))"?([\p{L}\d][\p{L}\d_-]{0,63})"?/u;
/** How far the introduction is looked for: it keeps the pattern's work small whatever the text. */
const requestCharsMax = 80;
const titleCharsMax = 200;

/**
 * An issue from a person's words: the first line is the title, all of it the description where there is more to say
 * than the title holds. Team and priority only where they are named as such ("team Mobile", "priority: high").
 */
export function previewIssue({ text, summary }: LinearPreviewRequest['action']): LinearPreview {
  const words = withoutRequest(text.trim());
  const title = shortened(words.split('\n', 1)[0]?.trim() ?? '');
  if (title === '')
    return { status: 'failed', missing: ['title'], error: 'The issue needs a title', reasoning: 'The text is empty' };
  return {
    status: 'ready',
    title,
    ...described(words, title, summary),
    ...named(words),
    reasoning: 'The first line is the title; team and priority only where they are named',
  };
}

/** "Linear issue: login is broken" asks for an issue; what follows is the issue. */
function withoutRequest(text: string): string {
  const [asked = ''] = request.exec(text.slice(0, requestCharsMax)) ?? [];
  return text.slice(asked.length).trim();
}

function described(words: string, title: string, summary: string | undefined): Pick<LinearIssue, 'description'> {
  const parts = [...(words === title ? [] : [words]), ...(summary ? [`## Key points\n\n${summary}`] : [])];
  return parts.length === 0 ? {} : { description: parts.join('\n\n') };
}

function named(words: string): Pick<LinearIssue, 'team' | 'priority'> {
  const teamName = team.exec(words)?.[1];
  const priority = readPriority(words);
  return { ...(teamName !== undefined && { team: teamName }), ...(priority !== undefined && { priority }) };
}

function shortened(line: string): string {
  const characters = [...line];
  if (characters.length <= titleCharsMax) return line;
  const cut = characters.slice(0, titleCharsMax - 1).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), titleCharsMax / 2))}…`;
}
