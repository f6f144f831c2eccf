import { HttpResponse, provideHttpClient, withInterceptors } from '@angular/common/http';
import { of } from 'rxjs';
import { authInterceptor } from '../core/http/auth-interceptor';

const ANSWER = {
  status: 'success',
  auth_token: 'opaque',
  data: { email: 'ada@example.com' },
};

/** An HttpClient that answers every request at once, as a backend does that knows the user. */
export const ANSWERING_HTTP = provideHttpClient(
  withInterceptors([authInterceptor, () => of(new HttpResponse({ body: ANSWER }))]),
);
