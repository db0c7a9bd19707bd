package io.verisim.synthesizer.quality.picture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.synthesizer.quality.Evaluation;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.synthesizer.quality.RandomTables;
import io.verisim.synthesizer.quality.chart.Charts;
import io.verisim.synthesizer.quality.data.SdvMetadata;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.testkit.Property;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

    @TempDir
    private Path folder;

    @Property(tries = 12, maxSize = 120)
    void everyTableIsDrawn(RandomGenerator random, int size) throws Exception {
        TableKinds kinds = RandomTables.kinds(random);
        EvaluationInput input = EvaluationInput.of(
                        RandomTables.table(kinds, size, random), RandomTables.table(kinds, size, random))
                .withMetadata(SdvMetadata.of(kinds));
        Charts charts = Charts.of(Evaluation.evaluate(input, new EvaluationOptions(0, 1, false)), input, 1);
        Path here = Files.createTempDirectory(folder, "pictures");
        List<Path> pictures = Pictures.write(charts, here);

        assertThat(pictures)
                .extracting(path -> String.valueOf(path.getFileName()))
                .contains("histogram-01.png", "relations-real.png", "relations-difference.png", "pair-scores.png");
        for (Path picture : pictures) {
            assertThat(colours(requireNonNull(ImageIO.read(picture.toFile()))))
                    .as("more than paper on " + picture.getFileName())
                    .isGreaterThan(1);
        }
        Path first = here.resolve("a.zip");
        Path second = here.resolve("b.zip");
        PictureArchive.write(charts, here, first);
        PictureArchive.write(charts, here, second);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    private static long colours(BufferedImage image) {
        return java.util.Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }
}
