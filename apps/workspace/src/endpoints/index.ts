import { createBookmark } from './create-bookmark.ts';
import { createEvent } from './create-event.ts';
import { createIssue } from './create-issue.ts';
import { createNote } from './create-note.ts';
import { createTodo } from './create-todo.ts';
import { draftResearch } from './draft-research.ts';
import { forceRefreshBookmark } from './force-refresh-bookmark.ts';
import { listItems } from './list-items.ts';
import { previewEventEndpoint } from './preview-event.ts';
import { previewIssueEndpoint } from './preview-issue.ts';
import { readItemEndpoint } from './read-item.ts';

/** The API's table of contents. */
export const endpoints = [
  createTodo,
  createNote,
  createBookmark,
  forceRefreshBookmark,
  previewEventEndpoint,
  createEvent,
  previewIssueEndpoint,
  createIssue,
  draftResearch,
  listItems,
  readItemEndpoint,
];
