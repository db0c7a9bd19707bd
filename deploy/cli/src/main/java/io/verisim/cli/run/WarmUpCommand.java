package io.verisim.cli.run;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.cli.home.Home;
import io.verisim.cli.platform.PlatformOptions;
import io.verisim.cli.platform.SingleJvmPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything once and stops it, so that what it loads can be archived; part of the build. */
@Command(name = "warm-up", hidden = true, description = "Starts everything once and stops it.")
public final class WarmUpCommand implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("verisim-warm-up");
        try (SingleJvmPlatform platform = SingleJvmPlatform.start(
                Home.open(directory), PlatformOptions.defaults().withPort(0))) {
            common.console().say("started at " + platform.url());
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
        return Exit.OK.code();
    }
}
