/** The URL, or null where it does not parse. (`URL.parse` is too young for the browsers of Angular 20.) */
export function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    // The only failure there is: a string that is no URL.
    return null;
  }
}
