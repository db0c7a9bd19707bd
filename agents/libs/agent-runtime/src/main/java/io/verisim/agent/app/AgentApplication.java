package io.verisim.agent.app;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Marks the application class of an agent. Declares what every agent has and nothing else: auto-configuration is listed,
 * not scanned, because in the embedded form the class path holds all applications at once.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(AgentRuntimeConfiguration.class)
public @interface AgentApplication {}
