/**
 * Two addresses of one page become equal. What follows "#" is a place on the page, unless the page is an application
 * that keeps its own paths there (`#/`, `#!`).
 */
export function sameAddress(written: string): string {
  const url = new URL(written);
  if (!/^#[/!]/.test(url.hash)) url.hash = '';
  return url.href;
}
