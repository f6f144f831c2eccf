/** Starts the mock backend for the specs and runs them in a real, headless Chromium. */
module.exports = async (config) => {
  const { serve } = await import('../mock-backend/src/serve.ts');
  const { ensureChromium } = await import('../../scripts/chromium.ts');
  const mock = await serve({ port: 0 });
  process.env.CHROME_BIN = ensureChromium();
  // Set by `npm run test:servers`.
  const serverUrls = JSON.parse(process.env.SERVER_URLS ?? '{}');

  config.set({
    frameworks: ['jasmine', 'mock-backend'],
    plugins: [
      require('karma-jasmine'),
      require('karma-chrome-launcher'),
      { 'framework:mock-backend': ['factory', closeAtExit(mock)] },
    ],
    browsers: ['Chromium'],
    customLaunchers: {
      Chromium: {
        base: 'ChromeHeadless',
        // As root, Chromium runs without its sandbox or not at all.
        flags: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      },
    },
    client: {
      // Handed to the specs as `__karma__.config`.
      mockUrl: mock.url,
      serverUrls,
      serverSecret: process.env.SERVER_SECRET,
      jasmine: { random: true, failSpecWithNoExpectations: true, timeoutInterval: 10_000 },
    },
    // Cookies and same-origin paths reach the mock through Karma's own origin.
    proxies: Object.fromEntries([
      ['/mock/', `${mock.url}/`],
      ...Object.entries(serverUrls).map(([name, url]) => [`/servers/${name}/`, `${url}/`]),
    ]),
    reporters: ['dots'],
    // The library's notes to developers are looked at by specs, not by readers of the output.
    browserConsoleLogOptions: { level: 'warn', terminal: true },
    // A machine with more to do takes its time to start Chromium, and to let it speak.
    captureTimeout: 180_000,
    browserNoActivityTimeout: 120_000,
    browserDisconnectTimeout: 20_000,
  });
};

/** An open server would keep the test command from ending. */
function closeAtExit(mock) {
  const plugin = (emitter) => emitter.on('exit', (done) => mock.close().then(done));
  plugin.$inject = ['emitter'];
  return plugin;
}
