/** Tables as Parquet: our own container around the encodings of parquet-column, without Hadoop. */
@NullMarked
package io.verisim.tabular.parquet;

import org.jspecify.annotations.NullMarked;
