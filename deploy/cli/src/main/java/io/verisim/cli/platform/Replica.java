package io.verisim.cli.platform;

/**
 * One of the processes that run an application.
 *
 * @param application which
 * @param number 1 for the first, which bears the name of the application alone
 */
record Replica(Application application, int number) {

    /** The only one, or the first of several. */
    static Replica first(Application application) {
        return new Replica(application, 1);
    }

    /** Such as {@code synthesizer} and {@code synthesizer-2}; also the name of its log and its working directory. */
    String name() {
        return number == 1 ? application.title() : application.title() + "-" + number;
    }
}
