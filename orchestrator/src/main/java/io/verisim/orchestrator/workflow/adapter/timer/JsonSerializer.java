package io.verisim.orchestrator.workflow.adapter.timer;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.verisim.model.message.MessageCodec;

/** Data of timers as JSON. */
public final class JsonSerializer implements Serializer {

    @Override
    public byte[] serialize(Object data) {
        return MessageCodec.mapper().writeValueAsBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] json) {
        return MessageCodec.mapper().readValue(json, type);
    }
}
