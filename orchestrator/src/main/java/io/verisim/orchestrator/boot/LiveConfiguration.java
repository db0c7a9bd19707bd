package io.verisim.orchestrator.boot;

import io.verisim.orchestrator.events.EventHub;
import io.verisim.orchestrator.events.adapter.LiveSocket;
import io.verisim.orchestrator.events.adapter.News;
import io.verisim.orchestrator.workflow.adapter.postgres.WorkflowViews;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/** Live news over WebSocket. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfiguration {

    @Bean
    LiveSocket liveSocket(JdbcClient jdbc, EventHub hub, WorkflowViews views, OrchestratorProperties properties) {
        return new LiveSocket(new News(jdbc), hub, views, properties.web().livePatience());
    }

    /** Any origin, since the guard has already refused pages of other sites. */
    @Bean
    WebSocketConfigurer liveSocketAddress(LiveSocket socket) {
        return registry -> registry.addHandler(socket, "/api/v1/live").setAllowedOriginPatterns("*");
    }

    /** What the server does by itself only where it looks through the whole class path. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSockets() {
        return server -> server.addContextCustomizers(
                context -> context.addApplicationListener("org.apache.tomcat.websocket.server.WsContextListener"));
    }
}
