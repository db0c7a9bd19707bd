package io.verisim.synthesizer.generation;

import io.verisim.model.message.MessageCodec;
import io.verisim.model.table.ColumnSchema;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.generation.ColumnMaker.Constant;
import io.verisim.synthesizer.generation.ColumnMaker.Keyed;
import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.generation.ColumnMaker.Patterned;
import io.verisim.synthesizer.generation.ColumnMaker.Personal;
import io.verisim.synthesizer.generation.ColumnMaker.Prefixed;
import io.verisim.synthesizer.generation.ColumnMaker.Presence;
import io.verisim.synthesizer.generation.ColumnMaker.Written;
import io.verisim.synthesizer.identity.PersonFormat;
import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.synthesizer.pattern.KeyMaker;
import io.verisim.synthesizer.pattern.PatternMaker;
import io.verisim.tabular.ValueFormat;
import io.verisim.text.TextStyle;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link ColumnMaker} as bytes. */
final class MakerCodec {

    private static final int MODELLED = 1;
    private static final int KEYED = 2;
    private static final int PERSONAL = 3;
    private static final int PATTERNED = 4;
    private static final int PREFIXED = 5;
    private static final int WRITTEN = 6;
    private static final int CONSTANT = 7;

    private MakerCodec() {}

    static void write(ColumnMaker maker, DataOutput out) throws IOException {
        Codec.writeText(out, MessageCodec.mapper().writeValueAsString(maker.schema()));
        switch (maker) {
            case Modelled modelled -> writeModelled(modelled, out);
            case Keyed keyed -> {
                begin(KEYED, keyed.presence(), out);
                keyed.keys().write(out);
            }
            case Personal personal -> {
                begin(PERSONAL, personal.presence(), out);
                personal.format().write(out);
                personal.guard().write(out);
            }
            case Patterned patterned -> {
                begin(PATTERNED, patterned.presence(), out);
                patterned.pattern().write(out);
                patterned.guard().write(out);
                out.writeBoolean(patterned.beyond() != null);
                if (patterned.beyond() != null) {
                    patterned.beyond().write(out);
                }
            }
            case Prefixed prefixed -> writePrefixed(prefixed, out);
            case Written written -> {
                begin(WRITTEN, written.presence(), out);
                Codec.writeText(out, MessageCodec.mapper().writeValueAsString(written.style()));
                written.guard().write(out);
            }
            case Constant constant -> {
                begin(CONSTANT, constant.presence(), out);
                writeNullable(out, constant.value());
            }
        }
    }

    private static void begin(int kind, Presence presence, DataOutput out) throws IOException {
        out.writeByte(kind);
        out.writeInt(presence.model());
    }

    private static void writeModelled(Modelled modelled, DataOutput out) throws IOException {
        out.writeByte(MODELLED);
        out.writeInt(modelled.model());
        out.writeDouble(modelled.unit());
        out.writeInt(modelled.levels().size());
        for (String level : modelled.levels()) {
            writeNullable(out, level);
        }
    }

    private static void writePrefixed(Prefixed prefixed, DataOutput out) throws IOException {
        out.writeByte(PREFIXED);
        out.writeInt(prefixed.model());
        out.writeInt(prefixed.tails().size());
        for (PatternMaker tail : prefixed.tails()) {
            out.writeBoolean(tail != null);
            if (tail != null) {
                tail.write(out);
            }
        }
    }

    static ColumnMaker read(DataInput in) throws IOException {
        ColumnSchema schema = MessageCodec.mapper().readValue(Codec.readText(in), ColumnSchema.class);
        int kind = in.readByte();
        int model = in.readInt();
        Presence presence = new Presence(model);
        return switch (kind) {
            case MODELLED -> readModelled(schema, model, in);
            case KEYED -> new Keyed(schema, presence, KeyMaker.read(in));
            case PERSONAL -> new Personal(schema, presence, PersonFormat.read(in), ValueGuard.read(in));
            case PATTERNED ->
                new Patterned(schema, presence, PatternMaker.read(in), ValueGuard.read(in), readCounting(in));
            case PREFIXED -> readPrefixed(schema, model, in);
            case WRITTEN ->
                new Written(
                        schema,
                        presence,
                        MessageCodec.mapper().readValue(Codec.readText(in), TextStyle.class),
                        ValueGuard.read(in));
            case CONSTANT -> new Constant(schema, presence, readNullable(in));
            default -> throw new IOException("No model: a column made in way " + kind);
        };
    }

    private static KeyMaker.@Nullable Counting readCounting(DataInput in) throws IOException {
        return in.readBoolean() && KeyMaker.read(in) instanceof KeyMaker.Counting counting ? counting : null;
    }

    private static Modelled readModelled(ColumnSchema schema, int model, DataInput in) throws IOException {
        double unit = in.readDouble();
        List<@Nullable String> levels = new ArrayList<>();
        for (int count = Codec.readCount(in); count > 0; count--) {
            levels.add(readNullable(in));
        }
        return new Modelled(schema, model, levels, unit, ValueFormat.of(schema));
    }

    private static Prefixed readPrefixed(ColumnSchema schema, int model, DataInput in) throws IOException {
        List<@Nullable PatternMaker> tails = new ArrayList<>();
        for (int count = Codec.readCount(in); count > 0; count--) {
            tails.add(in.readBoolean() ? PatternMaker.read(in) : null);
        }
        return new Prefixed(schema, model, tails);
    }

    private static void writeNullable(DataOutput out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            Codec.writeText(out, text);
        }
    }

    private static @Nullable String readNullable(DataInput in) throws IOException {
        return in.readBoolean() ? Codec.readText(in) : null;
    }
}
