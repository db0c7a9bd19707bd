package planted.synthesizer.model.left;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class Left {
    public planted.synthesizer.model.right.Right sibling() {
        return new planted.synthesizer.model.right.Right();
    }
}
