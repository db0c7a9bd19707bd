package planted.testbuilder;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class KnowsAnother {
    public planted.testexecutor.Agent other() {
        return new planted.testexecutor.Agent();
    }
}
