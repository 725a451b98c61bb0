import { changeItem } from './change-item.ts';
import { closeCalendarFeed } from './close-calendar-feed.ts';
import { createBookmark } from './create-bookmark.ts';
import { createEvent } from './create-event.ts';
import { createIssue } from './create-issue.ts';
import { createNote } from './create-note.ts';
import { createTodo } from './create-todo.ts';
import { deleteItemEndpoint } from './delete-item.ts';
import { draftResearch } from './draft-research.ts';
import { forceRefreshBookmark } from './force-refresh-bookmark.ts';
import { listItems } from './list-items.ts';
import { listMirrors } from './list-mirrors.ts';
import { mirrorItem } from './mirror-item.ts';
import { openCalendarFeed } from './open-calendar-feed.ts';
import { previewEventEndpoint } from './preview-event.ts';
import { previewIssueEndpoint } from './preview-issue.ts';
import { readCalendar } from './read-calendar.ts';
import { readItem } from './read-item.ts';
import { readNotes } from './read-notes.ts';
import { refreshBookmarkEndpoint } from './refresh-bookmark.ts';
import { retryPending } from './retry-pending.ts';
import { showCalendarFeed } from './show-calendar-feed.ts';
import { switchMirror } from './switch-mirror.ts';
import { writeResearch } from './write-research.ts';

/** The API's table of contents. */
export const endpoints = [
  createTodo,
  createNote,
  readNotes,
  createBookmark,
  forceRefreshBookmark,
  previewEventEndpoint,
  createEvent,
  previewIssueEndpoint,
  createIssue,
  draftResearch,
  listItems,
  readItem,
  changeItem,
  deleteItemEndpoint,
  refreshBookmarkEndpoint,
  writeResearch,
  mirrorItem,
  listMirrors,
  switchMirror,
  retryPending,
  showCalendarFeed,
  openCalendarFeed,
  closeCalendarFeed,
  readCalendar,
];
