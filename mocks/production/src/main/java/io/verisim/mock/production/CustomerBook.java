package io.verisim.mock.production;

import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes customers one after the other; now and then somebody signs up a second time. */
final class CustomerBook {

    private static final int FIRST_NUMBER = 20_000_000;
    private static final int REMEMBERED = 200;

    private final Dice dice;
    private final Defects defects;
    private final NameList givenNames = NameList.load("given-names.txt");
    private final NameList familyNames = NameList.load("family-names.txt");
    private final Notes notes = new Notes(givenNames, familyNames);
    private final Deque<Person> recent = new ArrayDeque<>();

    CustomerBook(RandomGenerator random) {
        this.dice = new Dice(random);
        this.defects = new Defects(dice);
    }

    Customer next(int row) {
        Person person = person();
        int age = (int) ChronoUnit.YEARS.between(person.born(), Person.EXPORTED);
        Subscription subscription = Subscription.draw(dice, person.place(), age);
        List<String> fields = new ArrayList<>(Customer.COLUMNS.size());
        Collections.addAll(fields, key(row));
        addPerson(fields, person);
        addServices(fields, subscription);
        addUse(fields, subscription);
        fields.add(notes.draw(dice, person));
        return new Customer(fields);
    }

    private Person person() {
        if (!recent.isEmpty() && dice.chance(0.008)) {
            return recent.peekFirst();
        }
        Person person = Person.draw(dice, givenNames, familyNames);
        recent.addLast(person);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
        return person;
    }

    /** Unique and rising, with gaps, as the keys of a system that has lost customers. */
    private String key(int row) {
        return "TC" + (FIRST_NUMBER + 7L * row + dice.between(0, 6));
    }

    private void addPerson(List<String> fields, Person person) {
        Collections.addAll(
                fields,
                defects.name(person.firstName()),
                defects.name(person.lastName()),
                defects.missing(0.01, person.born().toString()),
                defects.missing(0.05, defects.email(person.email())),
                defects.missing(0.03, dice.chance(0.004) ? "unknown" : person.phone()),
                person.street(),
                defects.missing(0.01, defects.postcode(person.postcode())),
                defects.city(person.place().city()),
                defects.missing(0.02, person.place().province()),
                defects.missing(0.04, person.nationalId()),
                defects.missing(0.06, person.iban()));
    }

    private void addServices(List<String> fields, Subscription subscription) {
        Services services = subscription.services();
        Collections.addAll(
                fields,
                subscription.contract(),
                Integer.toString(subscription.tenureMonths()),
                services.plan(),
                services.internetService(),
                yesNo(services.phone()),
                services.multipleLines(),
                services.streamingTv(),
                services.onlineSecurity(),
                services.techSupport(),
                yesNo(subscription.paperless()),
                defects.missing(0.01, subscription.paymentMethod()));
    }

    private void addUse(List<String> fields, Subscription subscription) {
        Collections.addAll(
                fields,
                decimals(1, subscription.dataGigabytes()),
                subscription.callMinutes() == null
                        ? ""
                        : subscription.callMinutes().toString(),
                Integer.toString(subscription.supportCalls()),
                defects.missing(0.25, Integer.toString(subscription.satisfaction())),
                decimals(2, subscription.monthlyCharges()),
                defects.missing(0.003, decimals(2, subscription.totalCharges())),
                defects.missing(0.01, defects.date(subscription.lastPayment())),
                yesNo(subscription.churned()));
    }

    private static String decimals(int scale, @Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%." + scale + "f", value);
    }

    private static String yesNo(boolean value) {
        return value ? "Yes" : "No";
    }
}
