const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Every number of the login, in one place. Times in milliseconds. */
export const loginPolicy = {
  /** argon2id: 19 MiB, two passes, one lane. Raising these re-hashes each password at its next login. */
  argon2: { memoryCost: 19_456, timeCost: 2, parallelism: 1 },
  password: { least: 12, most: 256 },
  session: {
    idle: 30 * MINUTE,
    absolute: 12 * HOUR,
    /** How stale "last seen" may be: not every request writes to the disk. */
    touchEvery: MINUTE,
  },
  delay: {
    /** Failures of one account from one address that cost nothing; after them 1 s, 2 s, 4 s … */
    freePerAccount: 3,
    /** The same for all accounts from one address: an office shares one. */
    freePerAddress: 30,
    longest: 5 * MINUTE,
    forgottenAfter: 24 * HOUR,
  },
} as const;
