package planted.tabular;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class ReadsObjects {
    public Object read(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        return in.readObject();
    }
}
