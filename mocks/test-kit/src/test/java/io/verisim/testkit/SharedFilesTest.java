package io.verisim.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SharedFilesTest {

    @Test
    void theProjectRootIsTheFolderOfTheParentPom() {
        assertThat(SharedFiles.projectRoot())
                .get()
                .satisfies(root -> assertThat(root.resolve("mocks/test-kit")).isDirectory());
    }

    @Test
    void aMissingFileSkipsTheTest() {
        assertThatThrownBy(() -> SharedFiles.require("golden/no-such-file"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("golden/no-such-file");
    }
}
