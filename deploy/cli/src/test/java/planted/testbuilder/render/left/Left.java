package planted.testbuilder.render.left;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class Left {
    public planted.testbuilder.render.right.Right sibling() {
        return new planted.testbuilder.render.right.Right();
    }
}
