package planted.synthesizer;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class KnowsAnother {
    public planted.distributor.Agent other() {
        return new planted.distributor.Agent();
    }
}
