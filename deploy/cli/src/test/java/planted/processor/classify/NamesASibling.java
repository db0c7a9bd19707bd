package planted.processor.classify;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class NamesASibling {
    public planted.processor.classify.right.Right named() {
        return new planted.processor.classify.right.Right();
    }
}
