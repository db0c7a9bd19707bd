package io.verisim.text;

/**
 * A person who does not exist.
 *
 * @param gender what the given name goes by
 * @param given given name
 * @param family family name, of one or more words
 * @param title form of address that fits the gender
 * @param street name of a street, without number
 * @param houseNumber number in that street
 * @param city a town
 * @param region a region; not necessarily the town's
 * @param company a company
 */
public record SyntheticPerson(
        Gender gender,
        String given,
        String family,
        String title,
        String street,
        int houseNumber,
        String city,
        String region,
        String company) {

    public String fullName() {
        return given + " " + family;
    }
}
