/** Outlines on a 24 by 24 grid, drawn with the text's colour. */
const outlines = {
  mark: 'M5 12.5l4.5 4.5L19 7',
  inbox: 'M4 13l2.5-8h11L20 13v6H4v-6zM4 13h4.5l1.5 2.5h4l1.5-2.5H20',
  chat: 'M4 5h16v11H10l-4.5 4V16H4V5z',
  items: 'M5 6h14M5 12h14M5 18h9',
  operations: 'M4 19V5M4 19h16M8 16v-4M12 16V8M16 16v-6',
  connections: 'M9 3v5M15 3v5M6.5 8h11v3a5.5 5.5 0 0 1-11 0V8zM12 16.5V21',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  more: 'M4.5 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M11.4 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M18.3 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  next: 'M9.5 5.5L16 12l-6.5 6.5',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  send: 'M4 12L20 5l-5 15-3-6-8-2zM12 14l8-9',
  quote: 'M9 7L4.5 11.5 9 16M5 11.5h9a5 5 0 0 1 5 5V18',
  offline: 'M4 4l16 16M8.5 9.5a8 8 0 0 0-4 2M12 8.2a11 11 0 0 1 7.5 3.3M8 15a5.5 5.5 0 0 1 4-1.6M12 18.5h.01',
  info: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 11v5M12 8h.01',
  warning: 'M12 4l9 16H3L12 4zM12 10v4.5M12 17.5h.01',
  check: 'M5 12.5l4.5 4.5L19 7',
  external: 'M9 6h9v9M18 6L7 17',
  calendar: 'M5 6h14v14H5V6zM5 10.5h14M9 3.5V7M15 3.5V7',
  linear: 'M12 4l8 8-8 8-8-8 8-8zM12 9v3.5M12 15.2h.01',
  link: 'M7 4h10v16l-5-4-5 4V4z',
  note: 'M6 4h12v11l-5 5H6V4zM13 20v-5h5M9 8h6M9 11.5h6',
  reminder: 'M12 20a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM12 8.5v4l2.5 2M4 6l2.5-2M20 6l-2.5-2',
  research: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20M8 10.5h5M10.5 8v5',
  todo: 'M5 5h14v14H5V5zM8.5 12l2.5 2.5 4.5-5',
  action: 'M12 4v16M4 12h16',
} as const;

export type IconName = keyof typeof outlines;

export const isIcon = (name: string): name is IconName => name in outlines;

/** Decoration: the words beside it say the same. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={outlines[name]} />
  </svg>
);
