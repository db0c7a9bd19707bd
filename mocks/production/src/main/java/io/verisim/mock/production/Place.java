package io.verisim.mock.production;

import java.util.List;

/**
 * A city with its province and the postcodes of its streets.
 *
 * @param firstPostcode lowest of its four-digit postcode areas
 * @param lastPostcode highest of them
 * @param weight share of the customers, in parts of the sum over {@link #ALL}
 */
record Place(String city, String province, int firstPostcode, int lastPostcode, int weight) {

    static final List<Place> ALL = List.of(
            new Place("Amsterdam", "Noord-Holland", 1011, 1109, 17),
            new Place("Haarlem", "Noord-Holland", 2011, 2037, 5),
            new Place("Alkmaar", "Noord-Holland", 1811, 1827, 3),
            new Place("Zaandam", "Noord-Holland", 1501, 1509, 3),
            new Place("Rotterdam", "Zuid-Holland", 3011, 3089, 14),
            new Place("Den Haag", "Zuid-Holland", 2491, 2597, 11),
            new Place("Leiden", "Zuid-Holland", 2311, 2334, 4),
            new Place("Delft", "Zuid-Holland", 2611, 2629, 3),
            new Place("Dordrecht", "Zuid-Holland", 3311, 3329, 3),
            new Place("Utrecht", "Utrecht", 3511, 3585, 9),
            new Place("Amersfoort", "Utrecht", 3811, 3829, 4),
            new Place("Eindhoven", "Noord-Brabant", 5611, 5658, 6),
            new Place("Tilburg", "Noord-Brabant", 5011, 5049, 5),
            new Place("Breda", "Noord-Brabant", 4811, 4839, 5),
            new Place("'s-Hertogenbosch", "Noord-Brabant", 5211, 5236, 4),
            new Place("Groningen", "Groningen", 9711, 9747, 6),
            new Place("Nijmegen", "Gelderland", 6511, 6546, 4),
            new Place("Arnhem", "Gelderland", 6811, 6846, 4),
            new Place("Apeldoorn", "Gelderland", 7311, 7339, 4),
            new Place("Enschede", "Overijssel", 7511, 7548, 4),
            new Place("Zwolle", "Overijssel", 8011, 8045, 3),
            new Place("Almere", "Flevoland", 1311, 1363, 5),
            new Place("Maastricht", "Limburg", 6211, 6229, 3),
            new Place("Venlo", "Limburg", 5911, 5928, 2),
            new Place("Leeuwarden", "Friesland", 8911, 8941, 3),
            new Place("Assen", "Drenthe", 9401, 9408, 2),
            new Place("Middelburg", "Zeeland", 4331, 4341, 2));

    private static final int TOTAL = ALL.stream().mapToInt(Place::weight).sum();

    static Place draw(Dice dice) {
        int left = dice.between(1, TOTAL);
        for (Place place : ALL) {
            left -= place.weight;
            if (left <= 0) {
                return place;
            }
        }
        throw new IllegalStateException("Weights do not add up");
    }

    /** A full postcode: area, space, two letters. */
    String postcode(Dice dice) {
        return dice.between(firstPostcode, lastPostcode) + " " + dice.letter() + dice.letter();
    }

    /** Whether the company laid fibre there early. */
    boolean metropolitan() {
        return weight >= 9;
    }
}
