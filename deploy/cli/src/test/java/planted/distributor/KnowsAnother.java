package planted.distributor;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class KnowsAnother {
    public planted.testbuilder.Agent other() {
        return new planted.testbuilder.Agent();
    }
}
