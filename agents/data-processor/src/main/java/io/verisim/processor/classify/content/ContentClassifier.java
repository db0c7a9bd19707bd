package io.verisim.processor.classify.content;

import io.verisim.model.sensitivity.Vote;
import io.verisim.model.table.ColumnType;
import io.verisim.processor.classify.ColumnClassifier;
import io.verisim.processor.classify.ColumnView;
import java.util.ArrayList;
import java.util.List;

/** Votes by what the values say, whatever the column is called. */
public final class ContentClassifier implements ColumnClassifier {

    static final String NAME = "content";

    private final List<Evidence> texts;
    private final Evidence keys = new KeyEvidence();

    public ContentClassifier() {
        Lexicon lexicon = Lexicon.load();
        LetterModel letters = LetterModel.learn(List.of(lexicon.given(), lexicon.family()), List.of(lexicon.words()));
        texts = List.of(
                new NameEvidence(lexicon, letters),
                new EmailAgreement(),
                new PlaceEvidence(lexicon),
                new AddressEvidence(),
                new TopicEvidence(),
                new ProseEvidence(lexicon, letters));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Vote> votes(ColumnView column) {
        if (column.isEmpty()) {
            return List.of();
        }
        List<Vote> votes = new ArrayList<>(keys.votes(column));
        if (column.schema().type() == ColumnType.TEXT || column.schema().type() == ColumnType.BOOLEAN) {
            texts.forEach(evidence -> votes.addAll(evidence.votes(column)));
        }
        return votes;
    }
}
