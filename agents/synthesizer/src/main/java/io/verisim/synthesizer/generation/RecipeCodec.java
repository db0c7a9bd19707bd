package io.verisim.synthesizer.generation;

import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.declared.DeclaredModel;
import io.verisim.synthesizer.leakage.RecordGuard;
import io.verisim.synthesizer.leakage.TextGuard;
import io.verisim.synthesizer.model.FittedModel;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** A {@link Recipe} as bytes; artifact {@code model.bin}. */
final class RecipeCodec {

    private static final int MAGIC = 0x56534d33;

    private static final TypeReference<Map<String, List<Double>>> SPANS = new TypeReference<>() {};

    private RecipeCodec() {}

    static void write(Recipe recipe, DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        Codec.writeText(out, recipe.table());
        Codec.writeText(out, MessageCodec.mapper().writeValueAsString(recipe.options()));
        Codec.writeText(out, recipe.locale());
        Codec.writeText(out, MessageCodec.mapper().writeValueAsString(recipe.demands()));
        Codec.writeText(out, MessageCodec.mapper().writeValueAsString(recipe.spans()));
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
        ConstraintSet demands = MessageCodec.mapper().readValue(Codec.readText(in), ConstraintSet.class);
        Map<String, List<Double>> spans = MessageCodec.mapper().readValue(Codec.readText(in), SPANS);
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
        FittedModel model = options.model().equals(DeclaredModel.NAME)
                ? DeclaredModel.read(in)
                : Models.named(options.model()).read(in);
        return new Recipe(table, options, model, numeric, makers, records, texts, locale, demands, spans);
    }
}
