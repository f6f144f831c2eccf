import type { RealServer } from './real-server.ts';

// Debian's own interpreters see Debian's packages.
const PYTHON = '/usr/bin/python3';
const RUBY = '/usr/bin/ruby';

const FLASK_NEEDS = {
  packages: ['flask', 'flask-cors', 'flask-bcrypt', 'flask-sqlalchemy', 'jwt'].map(
    (name) => `python3-${name}`,
  ),
  check: [PYTHON, '-c', 'import flask, flask_cors, flask_bcrypt, flask_sqlalchemy, jwt'],
} as const;

/** The servers that `npm run test:servers` starts. */
export const SERVERS: readonly RealServer[] = [
  flask('flask-jwt-auth'),
  flask('flask-session'),
  flask('flask-jwt-extended'),
  flask('flask-jwt'),
  flask('flask-restful'),
  {
    name: 'django-simple-jwt',
    folder: 'django-simple-jwt',
    command: [PYTHON, 'server.py'],
    needs: {
      packages: ['python3-djangorestframework', 'python3-djangorestframework-simplejwt'],
      check: [PYTHON, '-c', 'import rest_framework, rest_framework_simplejwt'],
    },
  },
  {
    name: 'devise',
    folder: 'devise',
    command: [RUBY, 'server.rb'],
    needs: {
      packages: [
        'ruby-devise',
        'ruby-activerecord',
        'ruby-actionmailer',
        'ruby-sqlite3',
        'ruby-jwt',
        'ruby-webrick',
      ],
      check: [
        RUBY,
        '-e',
        '%w[devise activerecord actionmailer sqlite3 jwt webrick].each { |name| gem name }',
      ],
    },
  },
  {
    name: 'nest-js',
    folder: 'nest-js',
    command: ['node', 'dist/main.js'],
    needs: { build: 'build' },
  },
  { name: 'better-auth', folder: 'better-auth', command: ['node', 'server.js'], needs: {} },
];

function flask(name: string): RealServer {
  const program = `${name.replaceAll('-', '_')}.py`;
  // Longer than the five seconds of the first one, so that no spec runs against the clock.
  const command = [PYTHON, program, '--lifetime', '86400'] as const;
  return { name, folder: 'flask', command, needs: FLASK_NEEDS };
}
