package io.verisim.mock.production;

import java.util.List;

/** What clerks typed about a customer; about half of the customers have a note, and many of those name somebody. */
final class Notes {

    private static final List<String> ABOUT = List.of(
            "the invoice of last month",
            "slow internet in the evening",
            "a move to another address",
            "the new contract",
            "a missed technician visit",
            "roaming costs",
            "the television package",
            "a wrong direct debit",
            "the price increase",
            "a broken router");

    private static final List<String> OUTCOME = List.of(
            "Solved on the phone.",
            "Ticket opened.",
            "Offered a discount of 10 percent.",
            "Will call back next week.",
            "Customer is content.",
            "Customer considers leaving.",
            "Sent a confirmation.",
            "No action needed.");

    private final NameList givenNames;
    private final NameList familyNames;

    Notes(NameList givenNames, NameList familyNames) {
        this.givenNames = givenNames;
        this.familyNames = familyNames;
    }

    String draw(Dice dice, Person person) {
        if (dice.chance(0.52)) {
            return "";
        }
        String topic = dice.any(ABOUT);
        String outcome = dice.any(OUTCOME);
        String other = givenNames.draw(dice) + " " + familyNames.draw(dice);
        return switch (dice.weighted(0.24, 0.16, 0.14, 0.12, 0.12, 0.12, 0.1)) {
            case 0 -> "Called about " + topic + ". " + outcome;
            case 1 -> person.firstName() + " " + person.lastName() + " called about " + topic + ". " + outcome;
            case 2 -> "Spoke to " + other + " (partner) about " + topic + ". " + outcome;
            case 3 -> "Contact person is " + other + ", reachable at " + person.phone() + ".";
            case 4 ->
                "Mr/Ms " + person.lastName() + " asked about " + topic + ", answered by " + other + ". " + outcome;
            case 5 -> "E-mail from " + person.email() + " about " + topic + ". " + outcome;
            default -> "Visited the shop, \"very friendly\", " + topic + ". " + outcome;
        };
    }
}
