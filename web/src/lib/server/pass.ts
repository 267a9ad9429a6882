const FILE_HEADERS = ['content-type', 'content-disposition', 'content-length'];

/** Hands a file of the API on to the browser, as a stream. */
export function passFile(response: Response): Response {
  const headers = new Headers({ 'cache-control': 'private, no-store' });
  for (const name of FILE_HEADERS) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(response.body, { headers });
}

/** Hands an event stream on; `Last-Event-ID` travels the other way, so a lost line resumes. */
export function passEvents(response: Response): Response {
  return new Response(response.body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' },
  });
}

/** The header with which a browser asks an event stream to resume. */
export function resume(request: Request): Record<string, string> {
  const last = request.headers.get('last-event-id');
  return { accept: 'text/event-stream', ...(last !== null && { 'last-event-id': last }) };
}
