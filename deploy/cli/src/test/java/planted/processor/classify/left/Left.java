package planted.processor.classify.left;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class Left {
    public planted.processor.classify.right.Right sibling() {
        return new planted.processor.classify.right.Right();
    }
}
