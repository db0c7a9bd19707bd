package io.verisim.bench.faults;

import io.verisim.bench.Benchmark;
import io.verisim.bench.BenchmarkRun;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Kills, stops and cuts off whatever can be, all the while workflows run; then looks whether anything is lost or twice. */
public final class FaultsBenchmark implements Benchmark {

    private static final int OBJECTS_MEGABYTES = 512;
    private static final int SCRATCH_MEGABYTES = 64;

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public String about() {
        return "whether anything is lost or done twice while processes are killed and connections cut";
    }

    @Override
    public void measure(BenchmarkRun run) throws IOException, InterruptedException {
        Scale scale = Scale.of(run);
        Path home = run.scratch().resolve("home");
        run.say("Seed " + run.seed());
        Connections connections = new Connections(home);
        List<SmallDisk> disks = disks(run, home);
        Chronicle chronicle = new Chronicle(run.scratch().resolve("faults.log"));
        Tally tally = new Tally(chronicle);
        try (Network network = Network.before(connections);
                Trigger trigger = Trigger.start(tally)) {
            List<String> options = new ArrayList<>(scale.options());
            options.addAll(network.options());
            run.say("Starting " + scale.parts().size() + " processes");
            try (Instance instance = Instance.start(run, home, options)) {
                Saboteur.Tools tools = new Saboteur.Tools(network, new Arms(trigger, home), disks);
                new Trial(run, scale, new Trial.Books(tally, chronicle), instance, connections).hold(tools, trigger);
            }
        } catch (SQLException e) {
            run.keepScratch();
            throw new IOException("A database could not be read after all was put right; see " + home, e);
        } catch (IOException | RuntimeException e) {
            run.keepScratch();
            throw e;
        } finally {
            for (SmallDisk disk : disks) {
                disk.unmount(run.keepsScratch());
            }
        }
    }

    private static List<SmallDisk> disks(BenchmarkRun run, Path home) throws IOException, InterruptedException {
        List<SmallDisk> disks = new ArrayList<>();
        SmallDisk.mount(home.resolve("services/objects"), OBJECTS_MEGABYTES).ifPresent(disks::add);
        SmallDisk.mount(home.resolve("work/distributor"), SCRATCH_MEGABYTES).ifPresent(disks::add);
        if (disks.isEmpty()) {
            run.say("No small disk can be mounted here, so none is filled up.");
        }
        return disks;
    }
}
