package io.verisim.orchestrator.web.adapter;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The published schema of configuration documents. */
@RestController
public final class SchemaController {

    @GetMapping(path = "/api/v1/schemas/workflow", produces = "application/schema+json")
    Resource workflow() {
        return new ClassPathResource("verisim/orchestrator/workflow.schema.json");
    }
}
