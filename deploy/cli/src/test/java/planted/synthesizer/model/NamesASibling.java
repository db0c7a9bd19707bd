package planted.synthesizer.model;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class NamesASibling {
    public planted.synthesizer.model.right.Right named() {
        return new planted.synthesizer.model.right.Right();
    }
}
