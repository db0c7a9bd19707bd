package io.verisim.synthesizer.generation;

/**
 * A run of whole blocks.
 *
 * @param firstBlock number of its first block, from 0
 * @param blocks how many blocks, at least one
 */
public record Chunk(long firstBlock, int blocks) {

    public Chunk {
        if (firstBlock < 0 || blocks < 1) {
            throw new IllegalArgumentException("A chunk of " + blocks + " blocks from block " + firstBlock);
        }
    }
}
