/** Address of the draft desk, under the base: the page that shows files of the blogger's own device as posts. */
export const draftDesk = '/preview/';
