package io.verisim.synthesizer.model.mixture;

/**
 * What a tree may look at: group of each row by column; a column of numbers is ordered.
 *
 * @param groups by column, then by row; each from 0 to {@link Coding#MAX_GROUPS} − 1
 * @param ordered whether neighbouring groups are alike
 */
@SuppressWarnings("ArrayRecordComponent")
record Features(byte[][] groups, boolean[] ordered) {}
