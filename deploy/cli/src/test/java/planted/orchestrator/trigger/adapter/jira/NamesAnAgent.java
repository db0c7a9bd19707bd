package planted.orchestrator.trigger.adapter.jira;

/** Planted: breaks a house rule, so that the rule is seen to bite. */
public class NamesAnAgent {
    public planted.synthesizer.Agent agent() {
        return new planted.synthesizer.Agent();
    }
}
