package io.verisim.synthesizer.app;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the synthesizer works; changes no byte of what it makes.
 *
 * @param threads threads of one task
 * @param chunkBlocks blocks of 8,192 rows in one sampling task
 */
@ConfigurationProperties("verisim.synthesizer")
record SynthesizerProperties(
        @DefaultValue("2") int threads, @DefaultValue("16") int chunkBlocks) {

    SynthesizerProperties {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException(
                    "verisim.synthesizer.threads (VERISIM_SYNTHESIZER_THREADS) is " + threads + "; choose 1 to 64");
        }
        if (chunkBlocks < 1 || chunkBlocks > 1_000) {
            throw new IllegalArgumentException("verisim.synthesizer.chunk-blocks (VERISIM_SYNTHESIZER_CHUNK_BLOCKS) is "
                    + chunkBlocks + "; choose 1 to 1000");
        }
    }
}
