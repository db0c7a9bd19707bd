package io.verisim.agent.app;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts an agent, as a process of its own or as one context among others in a JVM. */
public final class AgentMain {

    private AgentMain() {}

    /**
     * Starts an agent as the only application of its process; it runs until the process is told to end.
     *
     * @param application the class marked {@link AgentApplication}
     * @param name name of the agent; its configuration is {@code classpath:/verisim/agent-runtime.yml}, then {@code
     *     classpath:/verisim/<name>/application.yml}
     */
    public static void main(Class<?> application, String name, String[] args) {
        builder(application, name).run(args);
    }

    /**
     * Starts an agent inside a JVM that hosts others; the caller closes the context.
     *
     * @param properties settings by property name, above those of configuration file and environment
     */
    public static ConfigurableApplicationContext start(
            Class<?> application, String name, Map<String, String> properties) {
        String[] args = properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return builder(application, name).registerShutdownHook(false).run(args);
    }

    private static SpringApplicationBuilder builder(Class<?> application, String name) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put(
                "spring.config.location",
                "classpath:/verisim/agent-runtime.yml,classpath:/verisim/" + name + "/application.yml");
        defaults.put("spring.application.name", name);
        defaults.put("verisim.agent.name", name);
        defaults.put("spring.jmx.enabled", "false");
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(defaults);
    }
}
