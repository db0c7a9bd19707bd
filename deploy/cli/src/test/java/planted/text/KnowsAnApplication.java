package planted.text;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class KnowsAnApplication {
    public planted.orchestrator.NamesAnAgent application() {
        return new planted.orchestrator.NamesAnAgent();
    }
}
