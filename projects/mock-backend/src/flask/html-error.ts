/** An error page as Werkzeug writes it. */
export function htmlError(
  status: number,
  text?: string,
  headers?: Record<string, string>,
): Response {
  const { name, description } = errorText(status);
  const body =
    `<!doctype html>\n<html lang=en>\n<title>${status} ${name}</title>\n` +
    `<h1>${name}</h1>\n<p>${text ?? description}</p>\n`;
  return new Response(body, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  });
}

/** Werkzeug's name and sentence for a status. */
export function errorText(status: number): { name: string; description: string } {
  const [name, description] = texts[status] ?? ['Error', 'The request failed.'];
  return { name, description };
}

const texts: Record<number, readonly [name: string, description: string]> = {
  400: [
    'Bad Request',
    'The browser (or proxy) sent a request that this server could not understand.',
  ],
  404: [
    'Not Found',
    'The requested URL was not found on the server. If you entered the URL manually please ' +
      'check your spelling and try again.',
  ],
  405: ['Method Not Allowed', 'The method is not allowed for the requested URL.'],
  429: ['Too Many Requests', 'This user has exceeded an allotted request count. Try again later.'],
  500: [
    'Internal Server Error',
    'The server encountered an internal error and was unable to complete your request. Either ' +
      'the server is overloaded or there is an error in the application.',
  ],
};
