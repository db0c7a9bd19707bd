package io.verisim.orchestrator.jdbc.adapter;

import io.verisim.model.message.MessageCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Values of columns, to the database and back. */
public final class Columns {

    private Columns() {}

    /** A time as the driver wants it. */
    public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** A document as text for {@code CAST(… AS jsonb)}. */
    public static @Nullable String json(@Nullable Object document) {
        return document == null ? null : MessageCodec.mapper().writeValueAsString(document);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    public static <T> T json(ResultSet row, String column, Class<T> type) throws SQLException {
        return MessageCodec.mapper().readValue(row.getString(column), type);
    }

    public static <T> @Nullable T jsonOrNull(ResultSet row, String column, Class<T> type) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : MessageCodec.mapper().readValue(text, type);
    }

    public static <T> T json(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        return MessageCodec.mapper().readValue(row.getString(column), type);
    }
}
