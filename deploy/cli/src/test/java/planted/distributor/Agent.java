package planted.distributor;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class Agent {}
