/** Jira in the words of those who use it: issues, comments, transitions, documents. */
@NullMarked
package io.verisim.atlassian;

import org.jspecify.annotations.NullMarked;
