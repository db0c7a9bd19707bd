package io.verisim.testexecutor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxesTest {

    private static final Sandbox NOT_INSTALLED = bubblewrap("/no/such/program");
    private static final Sandbox REFUSED = bubblewrap("/bin/sh", "-c", "echo No permissions >&2; exit 1");

    private static Sandbox bubblewrap(String... command) {
        return new Sandbox() {
            @Override
            public SandboxKind kind() {
                return SandboxKind.BUBBLEWRAP;
            }

            @Override
            public ConfinedProcess start(SandboxSpec spec) throws IOException {
                return Launch.start(List.of(command), spec);
            }
        };
    }

    @Test
    void executionIsRefusedWithReasonsAndRemedyWhereNoSandboxWorks() {
        assertThatThrownBy(() -> Sandboxes.choose(false, List.of(NOT_INSTALLED, REFUSED, new LimitsOnly())))
                .isInstanceOfSatisfying(VerisimException.class, e -> {
                    assertThat(e.detail().category()).isEqualTo(ErrorCategory.INTEGRATION);
                    assertThat(e.detail().code()).isEqualTo("SANDBOX_UNAVAILABLE");
                    assertThat(e.detail().message())
                            .contains("/no/such/program")
                            .contains("No permissions");
                    assertThat(e.detail().remedy()).contains("bubblewrap").contains("--unsafe");
                });
    }

    @Test
    void theNextBestIsTakenOnlyWhereThatIsAllowed() {
        assertThat(Sandboxes.choose(true, List.of(REFUSED, new LimitsOnly())).kind())
                .isEqualTo(SandboxKind.LIMITS);
    }

    @Test
    void theStrongestThatWorksIsTaken() {
        assertThat(Sandboxes.choose(true, List.of(bubblewrap("/bin/true"), new LimitsOnly()))
                        .kind())
                .isEqualTo(SandboxKind.BUBBLEWRAP);
    }
}
