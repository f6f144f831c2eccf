import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';

/** An answer to `fetch` that HttpClient would report as an error. */
export class FetchFailure extends HttpErrorResponse {
  /** @param text The body, which tells the reason. */
  constructor(
    readonly response: Response,
    text: string,
  ) {
    const { headers, status, url } = response;
    super({ error: text, headers: new HttpHeaders(headers), status, url });
  }
}
