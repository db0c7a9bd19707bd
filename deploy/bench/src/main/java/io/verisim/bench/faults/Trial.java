package io.verisim.bench.faults;

import io.verisim.bench.Bar;
import io.verisim.bench.BenchmarkRun;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** One run on a running instance: undisturbed workflows, disturbed ones, and the judgement. */
final class Trial {

    private static final Duration REFERENCE = Duration.ofMinutes(5);
    private static final Duration BACK = Duration.ofMinutes(2);
    private static final Duration FINISH = Duration.ofMinutes(4);

    /** Where it is kept what happened. */
    record Books(Tally tally, Chronicle chronicle) {}

    private final BenchmarkRun run;
    private final Scale scale;
    private final Tally tally;
    private final Chronicle chronicle;
    private final Instance instance;
    private final Api api;
    private final Orders orders;
    private final Verdict verdict;

    Trial(BenchmarkRun run, Scale scale, Books books, Instance instance, Connections connections) {
        this.run = run;
        this.scale = scale;
        this.tally = books.tally();
        this.chronicle = books.chronicle();
        this.instance = instance;
        this.api = new Api(instance);
        this.orders = new Orders(run.scratch(), new Jira(connections), connections);
        this.verdict = new Verdict(run, instance, connections, api);
    }

    void hold(Saboteur.Tools tools, Trigger trigger) throws IOException, InterruptedException, SQLException {
        run.say("Running one workflow of each kind undisturbed");
        Workload undisturbed = new Workload(api, orders, chronicle);
        boolean withTests = references(undisturbed);
        Workload workload = new Workload(api, orders, chronicle);
        workload.plan(scale, withTests);
        run.say(scale.faults() + " faults are planned over " + scale.length().toSeconds() + " s");
        try (Saboteur saboteur = new Saboteur(instance, tools, tally)) {
            saboteur.follow(
                    Schedule.of(run.seed(), scale, tools.disks().size()),
                    Schedule.more(run.seed(), scale),
                    () -> afterEffects(trigger) < scale.leastAfterEffects() || tally.faults() < scale.leastFaults());
            workload.run(scale.length(), saboteur::isDone);
            trigger.makeSafe();
        }
        run.say("Everything is put right; waiting for all to end");
        boolean back = Await.that(BACK, instance::allReady);
        boolean ended = workload.finish(FINISH);
        Findings findings = verdict.of(undisturbed.courses(), workload.courses());
        if (!back || !instance.isUp()) {
            findings.lost("not every process came back");
        }
        tell(workload, findings, trigger, ended);
    }

    /** False where the undisturbed tests do not work here, as without a browser. */
    private boolean references(Workload undisturbed) throws IOException, InterruptedException {
        for (int variant = 0; variant < scale.variants(); variant++) {
            undisturbed.plan("ref-" + variant, Story.LOAD, variant);
        }
        for (int variant = 0; variant < scale.variants() && !run.brief(); variant++) {
            undisturbed.plan("ref-question-" + variant, Story.QUESTION, variant);
        }
        if (!run.brief()) {
            undisturbed.plan("ref-tests", Story.TESTS, 0);
        }
        if (scale.real() > 0) {
            undisturbed.plan("ref-real", Story.REAL, 0);
        }
        undisturbed.finish(REFERENCE);
        for (Course course : undisturbed.courses()) {
            if (!course.order().story().hasTests() && !course.state().equals("COMPLETED")) {
                throw new IOException(
                        "The undisturbed workflow " + course.order().name() + " is " + course.state() + "; see "
                                + instance.home().resolve("logs"));
            }
        }
        boolean withTests =
                undisturbed.courses().stream().allMatch(course -> course.state().equals("COMPLETED"));
        if (!withTests) {
            run.say("Browser tests do not work here, so workflows go without them.");
            undisturbed.courses().removeIf(course -> course.order().story().hasTests());
        }
        return withTests;
    }

    private void tell(Workload workload, Findings findings, Trigger trigger, boolean ended) {
        findings.lostOnes().forEach(sentence -> run.say("LOST: " + sentence));
        findings.duplicatedOnes().forEach(sentence -> run.say("DUPLICATED: " + sentence));
        if (!findings.none() || !ended) {
            run.keepScratch();
            run.say("The home and its logs stay in " + instance.home());
        }
        long rescued = workload.courses().stream().mapToInt(Course::rescued).sum();
        long afterEffects = trigger.fired().stream().filter(Point::afterEffect).count();
        run.say(
                "%d kills, faults: %s (%d found nothing to hit); %d workflows, %d times resumed by their operator; lost %d; duplicated %d"
                        .formatted(
                                tally.kills(),
                                tally.byKind(),
                                tally.missedOnes(),
                                workload.courses().size(),
                                rescued,
                                findings.lostOnes().size(),
                                findings.duplicatedOnes().size()));
        run.figure("faults", tally.faults(), "", Bar.atLeast(scale.leastFaults()));
        run.figure("of these kill -9", tally.kills(), "", Bar.atLeast(scale.leastKills()));
        run.figure(
                "of these between an effect outside and its record",
                afterEffects(trigger),
                "",
                Bar.atLeast(scale.leastAfterEffects()));
        run.figure("workflows", workload.courses().size(), "", Bar.atLeast(scale.workflows()));
        findings.checks().forEach((what, count) -> run.figure(what, count, ""));
        run.figure("resumed by their operator after a pause", rescued, "");
        run.figure("lost", findings.lostOnes().size(), "", Bar.exactly(0));
        run.figure("done twice", findings.duplicatedOnes().size(), "", Bar.exactly(0));
    }

    private static long afterEffects(Trigger trigger) {
        return trigger.fired().stream().filter(Point::afterEffect).count();
    }
}
