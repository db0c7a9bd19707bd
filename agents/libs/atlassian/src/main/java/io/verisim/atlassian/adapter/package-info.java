/** Jira over its public REST API v3, by a declarative HTTP client. */
@NullMarked
package io.verisim.atlassian.adapter;

import org.jspecify.annotations.NullMarked;
