package planted.testbuilder.render;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class NamesASibling {
    public planted.testbuilder.render.right.Right named() {
        return new planted.testbuilder.render.right.Right();
    }
}
