package io.verisim.mock.production;

import org.jspecify.annotations.Nullable;

/** The services a customer has booked; an add-on of a service that is not booked says so, as billing systems do. */
record Services(
        String plan,
        String internetService,
        boolean phone,
        String multipleLines,
        String streamingTv,
        String onlineSecurity,
        String techSupport) {

    private static final String YES = "Yes";
    private static final String NO = "No";

    static Services draw(Dice dice, Place place, int age) {
        double fibre = (place.metropolitan() ? 0.56 : 0.4) - (age > 65 ? 0.12 : 0);
        double none = age > 65 ? 0.3 : 0.12;
        String internet = switch (dice.weighted(fibre, none, 1 - fibre - none)) {
            case 0 -> "Fibre";
            case 1 -> "None";
            default -> "DSL";
        };
        boolean online = !internet.equals("None");
        boolean phone = !online || dice.chance(internet.equals("Fibre") ? 0.94 : 0.8);
        String plan = plan(dice, internet);
        boolean rich = plan.equals("Premium");
        return new Services(
                plan,
                internet,
                phone,
                addOn(dice, phone, rich ? 0.6 : 0.38, "No phone service"),
                addOn(dice, online, rich ? 0.7 : 0.35, "No internet service"),
                addOn(dice, online, age > 50 ? 0.45 : 0.27, "No internet service"),
                addOn(dice, online, age > 60 ? 0.5 : 0.25, "No internet service"));
    }

    boolean internet() {
        return !internetService.equals("None");
    }

    double listPrice() {
        double base = switch (internetService) {
            case "Fibre" -> 42;
            case "DSL" -> 26;
            default -> 4;
        };
        double step = switch (plan) {
            case "Premium" -> 14;
            case "Plus" -> 6;
            default -> 0;
        };
        return base
                + step
                + (phone ? 8 : 0)
                + price(multipleLines, 5)
                + price(streamingTv, 9)
                + price(onlineSecurity, 5)
                + price(techSupport, 5);
    }

    double expectedCalls() {
        return 0.6 + (internetService.equals("Fibre") ? 0.5 : 0) + (techSupport.equals(YES) ? -0.3 : 0.1);
    }

    /** Gigabytes a month; missing without internet. */
    @Nullable
    Double dataGigabytes(Dice dice) {
        if (!internet()) {
            return null;
        }
        double typical = internetService.equals("Fibre") ? 5.4 : 4.6;
        double log = dice.normal(typical + (streamingTv.equals(YES) ? 0.7 : 0), 0.7);
        return Math.round(StrictMath.exp(log) * 10) / 10.0;
    }

    /** Minutes a month; missing without a telephone. */
    @Nullable
    Integer callMinutes(Dice dice, int age) {
        if (!phone) {
            return null;
        }
        double mean = 90 + 2.2 * age + (multipleLines.equals(YES) ? 120 : 0);
        return (int) Math.max(0, mean * StrictMath.exp(dice.normal(-0.2, 0.6)));
    }

    private static String plan(Dice dice, String internet) {
        int drawn = switch (internet) {
            case "Fibre" -> dice.weighted(0.25, 0.45, 0.3);
            case "DSL" -> dice.weighted(0.5, 0.4, 0.1);
            default -> dice.weighted(0.85, 0.13, 0.02);
        };
        return switch (drawn) {
            case 0 -> "Basic";
            case 1 -> "Plus";
            default -> "Premium";
        };
    }

    private static String addOn(Dice dice, boolean possible, double probability, String otherwise) {
        if (!possible) {
            return otherwise;
        }
        return dice.chance(probability) ? YES : NO;
    }

    private static double price(String addOn, double price) {
        return addOn.equals(YES) ? price : 0;
    }
}
