/** Where findings stand that belong to no section of the form. */

/** Title, period and the file itself. */
export const BEFORE_FIRST_SECTION = 0

/** Signature and date, and what is said of the report as a whole. */
export const AFTER_LAST_SECTION = 7
