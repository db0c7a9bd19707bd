package io.verisim.mock.production;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has and pays. The dependences are those of the trade: long contracts keep customers, fibre and add-ons
 * raise the charge, a high charge on a short contract drives customers away.
 */
record Subscription(
        Services services,
        int tenureMonths,
        String contract,
        String paymentMethod,
        boolean paperless,
        @Nullable Double dataGigabytes,
        @Nullable Integer callMinutes,
        int supportCalls,
        int satisfaction,
        double monthlyCharges,
        double totalCharges,
        LocalDate lastPayment,
        boolean churned) {

    private static final int LONGEST_TENURE = 84;

    static Subscription draw(Dice dice, Place place, int age) {
        String contract = switch (dice.weighted(age < 30 ? 0.66 : 0.5, 0.2, 0.3)) {
            case 0 -> "Month-to-month";
            case 1 -> "One year";
            default -> "Two years";
        };
        boolean monthToMonth = contract.equals("Month-to-month");
        int tenure = tenure(dice, contract);
        Services services = Services.draw(dice, place, age);
        double monthly = cents(Math.max(7, services.listPrice() * (monthToMonth ? 1.06 : 0.98) + dice.normal(0, 3.5)));
        double total = cents(Math.max(0, tenure * monthly * dice.normal(0.94, 0.11) + dice.exponential(9)));
        int supportCalls = dice.poisson(services.expectedCalls() + (tenure < 6 ? 0.8 : 0));
        int satisfaction = (int) Math.clamp(Math.round(dice.normal(4.1 - 0.45 * supportCalls, 0.9)), 1, 5);
        boolean churned = dice.chance(leaving(monthToMonth, tenure, monthly, satisfaction));
        LocalDate lastPayment =
                Person.EXPORTED.minusDays(churned ? 20 + (int) dice.exponential(50) : (int) dice.exponential(14));
        return new Subscription(
                services,
                tenure,
                contract,
                payment(dice, age),
                dice.chance(age > 65 ? 0.4 : services.internet() ? 0.72 : 0.5),
                services.dataGigabytes(dice),
                services.callMinutes(dice, age),
                supportCalls,
                satisfaction,
                monthly,
                total,
                lastPayment,
                churned);
    }

    private static int tenure(Dice dice, String contract) {
        double months = switch (contract) {
            case "Month-to-month" -> dice.exponential(17);
            case "One year" -> dice.normal(40, 18);
            default -> dice.normal(56, 19);
        };
        return (int) Math.clamp(months, 1, LONGEST_TENURE);
    }

    private static String payment(Dice dice, int age) {
        int drawn = age > 55 ? dice.weighted(0.55, 0.1, 0.1, 0.25) : dice.weighted(0.4, 0.35, 0.17, 0.08);
        return switch (drawn) {
            case 0 -> "Direct debit";
            case 1 -> "iDEAL";
            case 2 -> "Credit card";
            default -> "Bank transfer";
        };
    }

    private static double leaving(boolean monthToMonth, int tenure, double monthly, int satisfaction) {
        double z = -1.9
                + (monthToMonth ? 1.3 : -0.6)
                - 0.025 * tenure
                + 0.018 * (monthly - 45)
                + 0.5 * (3.5 - satisfaction);
        return 1 / (1 + StrictMath.exp(-z));
    }

    private static double cents(double amount) {
        return Math.round(amount * 100) / 100.0;
    }
}
