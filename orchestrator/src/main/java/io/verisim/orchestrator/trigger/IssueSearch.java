package io.verisim.orchestrator.trigger;

import java.util.List;

/** Asks for the issues that a query finds now. */
public interface IssueSearch {

    /**
     * All of them.
     *
     * @param credentials name under which the environment holds address, user and token
     * @throws io.verisim.model.error.VerisimException where the service cannot or will not answer
     */
    List<FoundIssue> find(String credentials, String jql);
}
