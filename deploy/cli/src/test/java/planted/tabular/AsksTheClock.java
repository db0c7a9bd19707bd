package planted.tabular;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class AsksTheClock {
    public long now() {
        return System.currentTimeMillis();
    }
}
