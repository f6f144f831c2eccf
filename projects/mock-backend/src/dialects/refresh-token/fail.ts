import { jsonify } from '../../flask/jsonify.ts';

export function fail(message: string, status = 401): Response {
  return jsonify({ message }, status);
}
