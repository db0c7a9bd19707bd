package planted.testexecutor.runner.left;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class Left {
    public planted.testexecutor.runner.right.Right sibling() {
        return new planted.testexecutor.runner.right.Right();
    }
}
