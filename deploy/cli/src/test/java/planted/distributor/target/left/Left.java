package planted.distributor.target.left;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class Left {
    public planted.distributor.target.right.Right sibling() {
        return new planted.distributor.target.right.Right();
    }
}
