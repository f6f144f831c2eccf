/** Playwright's own, of 1.65: Chromium heeds the last `--disable-features` only, which is ours. */
const BY_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** Chromium's user interface in pages of its own: half a second of computing for every test. */
const ADDRESS_BAR_POPUPS = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** Renderers started in advance, which a short test never comes to use. */
const SPARE_PROCESSES = ['SpareRendererForSitePerProcess'];

/** What Chromium is to do without, and the page under test cannot notice. */
export const DISABLED_FEATURES = [...BY_PLAYWRIGHT, ...ADDRESS_BAR_POPUPS, ...SPARE_PROCESSES];
