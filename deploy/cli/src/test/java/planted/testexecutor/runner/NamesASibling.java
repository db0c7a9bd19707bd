package planted.testexecutor.runner;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class NamesASibling {
    public planted.testexecutor.runner.right.Right named() {
        return new planted.testexecutor.runner.right.Right();
    }
}
