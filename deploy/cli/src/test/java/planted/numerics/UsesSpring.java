package planted.numerics;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class UsesSpring {
    public org.springframework.util.StopWatch watch() {
        return new org.springframework.util.StopWatch();
    }
}
