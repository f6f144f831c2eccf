import { TestBed } from '@angular/core/testing';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { ensureUser } from '../routing/ensure-user';
import { FakeBackend } from '../../test-support/fake-backend';
import { AuthService } from './auth-service';

/** An interface has no index signature, unlike a type alias. */
interface Member {
  readonly id: number;
  readonly roles: readonly string[];
}

describe('the type of the user', () => {
  it('may be an interface of the app: this compiles', async () => {
    const backend = { ...flaskJwtAuth, readUser: ({ body }: { body: unknown }) => body as Member };
    const app = new FakeBackend(backend);
    const auth: AuthService<Member> = TestBed.inject(AuthService<Member>);
    const tokens = { access_token: 'access-1', refresh_token: 'refresh-1', token_type: 'bearer' };
    await app.run(auth.login({}), { body: { id: 1, roles: ['admin'], ...tokens } });
    const roles: readonly string[] | undefined = auth.user()?.roles;
    expect(roles).toEqual(['admin']);
    expect(JSON.stringify(auth.user())).not.toMatch(/access-1|refresh-1/);
    expect(ensureUser<Member>((user) => user.roles.includes('admin'))).toEqual(
      jasmine.any(Function),
    );
  });
});
