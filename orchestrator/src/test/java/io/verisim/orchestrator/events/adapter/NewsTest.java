package io.verisim.orchestrator.events.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewsTest {

    @Test
    void theWholeNumberOfATransactionIsTheOneCloseBy() {
        long epoch = 1L << 32;
        assertThat(News.whole(7, 9)).isEqualTo(7);
        assertThat(News.whole(7, 3 * epoch + 9)).isEqualTo(3 * epoch + 7);
        assertThat(News.whole(epoch - 2, 3 * epoch + 1)).as("before the turn").isEqualTo(3 * epoch - 2);
        assertThat(News.whole(1, 3 * epoch - 2)).as("after the turn").isEqualTo(3 * epoch + 1);
    }
}
