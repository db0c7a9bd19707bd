package planted.processor;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class KnowsAnother {
    public planted.synthesizer.Agent other() {
        return new planted.synthesizer.Agent();
    }
}
