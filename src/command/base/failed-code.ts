/** Code of the error by which a command that has said everything fails. */
export const failedCode = 'rubric.failed';
