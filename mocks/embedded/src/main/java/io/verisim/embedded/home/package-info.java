/** What belongs to a home directory: its lock, its generated secrets, files only the owner reads. */
@NullMarked
package io.verisim.embedded.home;

import org.jspecify.annotations.NullMarked;
