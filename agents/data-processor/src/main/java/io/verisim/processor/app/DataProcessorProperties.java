package io.verisim.processor.app;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the data processor works.
 *
 * @param maxSource largest source file that is read, after decompression
 */
@ConfigurationProperties("verisim.data-processor")
record DataProcessorProperties(@DefaultValue("4GB") DataSize maxSource) {}
