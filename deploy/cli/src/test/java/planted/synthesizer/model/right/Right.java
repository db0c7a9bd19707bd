package planted.synthesizer.model.right;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class Right {}
