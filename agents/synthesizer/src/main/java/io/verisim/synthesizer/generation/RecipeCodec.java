package io.verisim.synthesizer.generation;

import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.leakage.RecordGuard;
import io.verisim.synthesizer.leakage.TextGuard;
import io.verisim.synthesizer.model.FittedModel;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A {@link Recipe} as bytes; artifact {@code model.bin}. */
final class RecipeCodec {

    private static final int MAGIC = 0x56534d33;

    private RecipeCodec() {}

    static void write(Recipe recipe, DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        Codec.writeText(out, recipe.table());
        Codec.writeText(out, MessageCodec.mapper().writeValueAsString(recipe.options()));
        Codec.writeText(out, recipe.locale());
        out.writeInt(recipe.numericColumns().size());
        for (boolean numeric : recipe.numericColumns()) {
            out.writeBoolean(numeric);
        }
        out.writeInt(recipe.makers().size());
        for (ColumnMaker maker : recipe.makers()) {
            MakerCodec.write(maker, out);
        }
        recipe.records().write(out);
        recipe.texts().write(out);
        recipe.model().write(out);
    }

    static Recipe read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("No fitted model of this version");
        }
        String table = Codec.readText(in);
        GenerationOptions options = MessageCodec.mapper().readValue(Codec.readText(in), GenerationOptions.class);
        String locale = Codec.readText(in);
        List<Boolean> numeric = new ArrayList<>();
        for (int columns = Codec.readCount(in); columns > 0; columns--) {
            numeric.add(in.readBoolean());
        }
        List<ColumnMaker> makers = new ArrayList<>();
        for (int columns = Codec.readCount(in); columns > 0; columns--) {
            makers.add(MakerCodec.read(in));
        }
        RecordGuard records = RecordGuard.read(in);
        TextGuard texts = TextGuard.read(in);
        FittedModel model = Models.named(options.model()).read(in);
        return new Recipe(table, options, model, numeric, makers, records, texts, locale);
    }
}
