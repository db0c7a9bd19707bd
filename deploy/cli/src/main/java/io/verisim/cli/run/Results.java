package io.verisim.cli.run;

import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Copies the results of a workflow out of the object store, to where a person finds them. */
final class Results {

    private static final Map<String, String> NAMES = Map.of("report", "report.html", "junit", "junit.xml");

    private Results() {}

    /** The summary, with the paths of local copies in place of addresses. */
    static ObjectNode copy(OrchestratorClient client, Home home, String workflow) throws IOException {
        ObjectNode summary = (ObjectNode) client.get("/api/v1/workflows/" + workflow + "/summary");
        Path directory = Files.createDirectories(home.results().resolve(workflow));
        Map<String, Path> copies = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> artifact : summary.path("artifacts").properties()) {
            String address = artifact.getValue().asString("");
            if (!address.isEmpty()) {
                Path copy = directory.resolve(
                        NAMES.getOrDefault(artifact.getKey(), datasetName(client, workflow, address)));
                client.download(address, copy);
                copies.put(artifact.getKey(), copy);
            }
        }
        ObjectNode paths = summary.putObject("artifacts");
        copies.forEach((role, copy) -> paths.put(role, copy.toString()));
        return summary;
    }

    private static String datasetName(OrchestratorClient client, String workflow, String address) {
        for (JsonNode artifact :
                client.get("/api/v1/workflows/" + workflow + "/artifacts").path("artifacts")) {
            if (artifact.path("url").asString("").equals(address)) {
                return Path.of(artifact.path("name").asString("dataset.csv"))
                        .getFileName()
                        .toString();
            }
        }
        return "dataset.csv";
    }
}
