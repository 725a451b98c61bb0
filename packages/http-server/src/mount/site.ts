import express, { type RequestHandler } from 'express';

export interface Site {
  /** Holds `index.html` and what it loads. */
  readonly directory: string;
  /** What the pages may load besides their own files. */
  readonly contentSecurityPolicy?: string;
}

const policy =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The files of a web app beside the API. Files whose name holds a hash may be kept for good, others are asked for anew. */
export function siteHandler({ directory, contentSecurityPolicy = policy }: Site): RequestHandler {
  return express.static(directory, {
    redirect: false,
    dotfiles: 'ignore',
    setHeaders: (response, file) => {
      response.setHeader('content-security-policy', contentSecurityPolicy);
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('referrer-policy', 'no-referrer');
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      const isHashed = /[.-][\w-]{8,}\.\w+$/.test(file);
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
