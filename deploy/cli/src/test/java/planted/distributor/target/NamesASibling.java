package planted.distributor.target;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class NamesASibling {
    public planted.distributor.target.right.Right named() {
        return new planted.distributor.target.right.Right();
    }
}
