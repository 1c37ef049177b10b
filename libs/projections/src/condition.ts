import { sql, type Expression, type SqlBool } from 'kysely';

/** A condition with its values apart, as other libraries write it that know no database: values stand between texts. */
export interface Condition {
  /** One more than there are values. */
  readonly text: readonly string[];
  readonly values: readonly unknown[];
}

/** The condition for a query's `where`. Its texts are the program's own words, never input. */
export const conditionOf = ({ text, values }: Condition): Expression<SqlBool> =>
  sql<SqlBool>(Object.assign([...text], { raw: text }), ...values);
