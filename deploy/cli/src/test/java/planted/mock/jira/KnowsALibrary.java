package planted.mock.jira;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class KnowsALibrary {
    public planted.numerics.UsesSpring library() {
        return new planted.numerics.UsesSpring();
    }
}
