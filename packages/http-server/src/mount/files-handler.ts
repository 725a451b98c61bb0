import { resolve, sep } from 'node:path';
import { AppError } from '@intexuraos/kernel';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { send } from '../answer/send.ts';
import type { FilesRoute } from '../define.ts';
import { RequestLog } from '../log/request-log.ts';
import { requestId } from '../request/request-id.ts';
import type { ServerContext } from '../server-context.ts';
import { fail } from './fail.ts';
import { pageHeaders } from './page-headers.ts';

const allow = 'GET, HEAD';
const methods = new Set(allow.split(', '));
const text = 'text/plain; charset=utf-8';

/** The files of a web app, where nothing else is. What is in no folder, and what hides behind a dot, does not exist. */
export function filesHandler({ spec }: FilesRoute, server: ServerContext): RequestHandler {
  const record = server.journal.page('GET', spec.path);
  const hashed = resolve(spec.directory, 'assets') + sep;
  const idOf = (request: Request) => requestId(request.headers['x-request-id'], server.random);
  const files = express.static(spec.directory, {
    dotfiles: 'ignore',
    redirect: false,
    cacheControl: false,
    setHeaders(response: Response, file) {
      const id = idOf(response.req);
      const startedAt = server.clock.now();
      response.set(pageHeaders({ isSecure: response.req.secure, isHashed: file.startsWith(hashed), ...spec }));
      response.set('x-request-id', id);
      response.once('finish', () => record(id, response.statusCode, startedAt));
    },
  });

  function refuseMethod(request: Request, response: Response): void {
    const id = idOf(request);
    const error = new AppError('METHOD_NOT_ALLOWED', `Allowed here: ${allow}`);
    fail(response, { id, log: new RequestLog(server.log, id) }, error, { allow });
  }

  return (request, response, next) => {
    const isPage = request.path === spec.path;
    if (!methods.has(request.method)) {
      if (isPage) refuseMethod(request, response);
      else next();
      return;
    }
    const absent = { status: 404, type: text, body: `${spec.absence}\n`, headers: {} };
    const otherwise = (error?: unknown) =>
      error === undefined && isPage ? send(response, idOf(request), absent) : next(error);
    files(request, response, otherwise);
  };
}
