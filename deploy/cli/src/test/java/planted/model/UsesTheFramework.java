package planted.model;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class UsesTheFramework {
    public org.springframework.util.StopWatch watch() {
        return new org.springframework.util.StopWatch();
    }
}
