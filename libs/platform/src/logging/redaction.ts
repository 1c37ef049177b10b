/** Fields whose content never reaches a log line, wherever they stand: no personal data in logs. */
const PRIVATE_FIELDS: ReadonlySet<string> = new Set(
  [
    ...['authorization', 'cookie', 'set-cookie', 'password', 'secret', 'token', 'totp', 'otp', 'masterKey', 'dataKey'],
    ...['name', 'fullName', 'displayName', 'phone', 'mobile', 'idNumber', 'idCard', 'address', 'email'],
    ...['summary', 'note', 'notes', 'text', 'content', 'reasonText', 'result', 'statement', 'minutes', 'body'],
  ].map((field) => field.toLowerCase()),
);
const HIDDEN = '[hidden]';
const DEEPEST = 6;

/** Long digit runs are phone or identity numbers even inside a sentence. */
const NUMBERS_OF_PEOPLE = /(?<![\w-])(?:1\d{10}|\d{17}[\dXx])(?![\w-])/g;

export const redactText = (text: string): string => text.replace(NUMBERS_OF_PEOPLE, HIDDEN);

/** A copy without personal data and secrets; errors keep type, message and stack. */
export const redact = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return redactText(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth > DEEPEST) return HIDDEN;
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((each) => redact(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([field, content]) => [
      field,
      PRIVATE_FIELDS.has(field.toLowerCase()) ? HIDDEN : redact(content, depth + 1),
    ]),
  );
};

const redactError = (error: Error, depth: number): unknown => ({
  type: error.name,
  message: redactText(error.message),
  stack: redactText(error.stack ?? ''),
  ...('code' in error ? { code: redact(error.code, depth + 1) } : {}),
  ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
});
