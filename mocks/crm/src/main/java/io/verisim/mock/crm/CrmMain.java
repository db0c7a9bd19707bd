package io.verisim.mock.crm;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Runs the CRM alone, set by environment variables; until the process is ended. */
public final class CrmMain {

    private CrmMain() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> env = System.getenv();
        CrmServer server = CrmServer.start(new CrmOptions(
                Integer.parseInt(env.getOrDefault("VERISIM_CRM_PORT", "8085")),
                env.getOrDefault("VERISIM_CRM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/postgres"),
                env.getOrDefault("VERISIM_CRM_DATABASE_USERNAME", "postgres"),
                env.getOrDefault("VERISIM_CRM_DATABASE_PASSWORD", ""),
                env.getOrDefault("VERISIM_CRM_USERNAME", "agent"),
                Optional.ofNullable(env.get("VERISIM_CRM_PASSWORD"))
                        .orElseThrow(() -> new IllegalArgumentException("Set VERISIM_CRM_PASSWORD"))));
        System.out.println("The CRM is at " + server.uri());
    }
}
