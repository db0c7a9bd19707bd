package planted.testexecutor;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class KnowsAnother {
    public planted.processor.Agent other() {
        return new planted.processor.Agent();
    }
}
