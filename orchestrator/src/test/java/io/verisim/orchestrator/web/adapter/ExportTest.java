package io.verisim.orchestrator.web.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportTest {

    private final HttpServletRequest request = request();

    /** A request that has attributes and nothing else. */
    private static HttpServletRequest request() {
        Map<Object, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                ExportTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("setAttribute")
                        ? attributes.put(arguments[0], arguments[1])
                        : attributes.get(arguments[0]));
    }

    @Test
    void itIsWrittenDownBeforeAnythingLeaves() {
        List<Map<String, Object>> written = new ArrayList<>();
        Export.journal(request, export -> written.add(export.what()));
        Export export = Export.begin(request, "audit", Map.of("format", "csv"));
        assertThat(written).containsExactly(Map.of("kind", "audit", "which", Map.of("format", "csv")));
        assertThat(Export.of(request)).isSameAs(export);
    }

    @Test
    void nothingLeavesWhereItCannotBeWrittenDown() {
        Export.journal(request, export -> {
            throw new IllegalStateException("the log is away");
        });
        assertThatThrownBy(() -> Export.begin(request, "audit", Map.of())).hasMessage("the log is away");
        assertThat(Export.of(request)).isNull();
    }
}
