package io.verisim.orchestrator.catalogue.adapter;

import io.verisim.orchestrator.catalogue.AgentInstance;
import io.verisim.orchestrator.catalogue.Catalogue;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agents over HTTP. */
@RestController
@RequestMapping("/api/v1/agents")
public final class AgentsController {

    private final Catalogue catalogue;

    public AgentsController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    Map<String, List<AgentInstance>> all() {
        return Map.of("agents", catalogue.all());
    }
}
