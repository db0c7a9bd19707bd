package io.verisim.text;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Sentences of a kind of business, with gaps for subjects and people.
 *
 * @param hints words in table and column names that speak for this kind
 * @param openings first sentences; {@code {subject}} is replaced
 * @param continuations later sentences
 * @param subjects what it may be about
 */
record Grammar(List<String> hints, List<String> openings, List<String> continuations, List<String> subjects) {

    private static final Grammar SERVICE = new Grammar(
            List.of("customer", "client", "telecom", "support", "ticket", "call", "subscri", "crm"),
            List.of(
                    "{person} called about {subject}.",
                    "Call about {subject}.",
                    "Question by e-mail about {subject}.",
                    "{person} wrote in the chat about {subject}.",
                    "Visited the shop because of {subject}.",
                    "Spoke to {other} about {subject}.",
                    "Complaint about {subject}."),
            List.of(
                    "Explained the next steps.",
                    "Will hear from us within two days.",
                    "Solved on the spot.",
                    "Passed on to the back office.",
                    "{person} was content with the answer.",
                    "Sent a confirmation by e-mail.",
                    "No further action needed.",
                    "Asked for a call back in the afternoon.",
                    "Agreed on a discount for one month.",
                    "Follow up on {subject}."),
            List.of(
                    "the last invoice",
                    "a change of tariff",
                    "a slow connection",
                    "the length of the contract",
                    "a new device",
                    "a move to another address",
                    "the direct debit",
                    "an outage in the area",
                    "the delivery date",
                    "a lost card"));

    private static final Grammar HEALTH = new Grammar(
            List.of("patient", "clinic", "health", "medical", "hospital", "visit", "diagnos", "symptom"),
            List.of(
                    "Seen because of {subject}.",
                    "Follow-up visit for {subject}.",
                    "{person} reports {subject} since last week.",
                    "Referred by the practice because of {subject}.",
                    "Telephone consultation about {subject}."),
            List.of(
                    "No acute distress.",
                    "Advised rest and fluids.",
                    "Blood test ordered.",
                    "Medication unchanged.",
                    "Review in four weeks.",
                    "{other} informed as contact person.",
                    "Findings discussed with {person}."),
            List.of(
                    "a persistent cough",
                    "back pain",
                    "a headache",
                    "a routine check",
                    "a rash",
                    "raised blood pressure"));

    private static final Grammar STAFF = new Grammar(
            List.of("employee", "staff", "hr", "personnel", "review", "applicant"),
            List.of(
                    "Annual talk about {subject}.",
                    "{person} asked for {subject}.",
                    "Feedback from {other} on {subject}.",
                    "Discussed {subject} with the team lead."),
            List.of(
                    "Goals for the next quarter agreed.",
                    "Approved by the department.",
                    "To be taken up again in spring.",
                    "{person} would like to take more responsibility.",
                    "Documents added to the file."),
            List.of("further training", "part-time work", "the last project", "a change of team", "working from home"));

    private static final Grammar ANYTHING = new Grammar(
            List.of(),
            List.of(
                    "Note on {subject}.",
                    "Checked {subject}.",
                    "{person} asked about {subject}.",
                    "Received a message about {subject}.",
                    "Talked to {other} about {subject}."),
            List.of(
                    "Nothing else to report.",
                    "To be checked again later.",
                    "Done as agreed.",
                    "Waiting for an answer.",
                    "Details are in the file.",
                    "Agreed with {person}.",
                    "Also see {subject}."),
            List.of("the request", "the delivery", "the open items", "the appointment", "the documents", "the change"));

    static Grammar of(String names) {
        String lower = names.toLowerCase(Locale.ROOT);
        return List.of(SERVICE, HEALTH, STAFF).stream()
                .filter(grammar -> grammar.hints.stream().anyMatch(lower::contains))
                .findFirst()
                .orElse(ANYTHING);
    }

    String opening(RandomGenerator random) {
        return withSubject(openings.get(random.nextInt(openings.size())), random);
    }

    /** A continuation that is not the one before. */
    int anotherIndex(RandomGenerator random, int last) {
        int drawn = random.nextInt(last < 0 ? continuations.size() : continuations.size() - 1);
        return last >= 0 && drawn >= last ? drawn + 1 : drawn;
    }

    String continuation(int index, RandomGenerator random) {
        return withSubject(continuations.get(index), random);
    }

    private String withSubject(String sentence, RandomGenerator random) {
        return sentence.replace("{subject}", subjects.get(random.nextInt(subjects.size())));
    }
}
