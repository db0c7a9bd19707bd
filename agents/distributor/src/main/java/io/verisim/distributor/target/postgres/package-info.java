/** Loads a PostgreSQL table by COPY, all or nothing, with a ledger of finished loads. */
@NullMarked
package io.verisim.distributor.target.postgres;

import org.jspecify.annotations.NullMarked;
