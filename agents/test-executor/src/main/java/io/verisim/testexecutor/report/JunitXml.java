package io.verisim.testexecutor.report;

import io.verisim.model.testing.SkippedScenario;
import io.verisim.model.testing.StepResult;
import io.verisim.model.testing.TestResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes test results as JUnit XML, in the form that build servers read. */
final class JunitXml {

    private static final double MILLIS_PER_SECOND = 1000.0;

    private JunitXml() {}

    static void write(List<TestResult> results, List<SkippedScenario> withoutTest, OutputStream out)
            throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writeSuite(xml, results, withoutTest);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("JUnit XML could not be written", e);
        }
    }

    private static void writeSuite(XMLStreamWriter xml, List<TestResult> results, List<SkippedScenario> withoutTest)
            throws XMLStreamException {
        TestTally tally = TestTally.of(results, withoutTest);
        long millis = results.stream().mapToLong(TestResult::millis).sum();
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "Verisim");
        xml.writeAttribute("tests", String.valueOf(tally.total()));
        xml.writeAttribute("failures", String.valueOf(tally.failed()));
        xml.writeAttribute("errors", String.valueOf(tally.error()));
        xml.writeAttribute("skipped", String.valueOf(tally.skipped()));
        xml.writeAttribute("time", seconds(millis));
        for (TestResult result : results) {
            writeCase(xml, result);
        }
        for (SkippedScenario skipped : withoutTest) {
            writeStart(xml, skipped.scenarioKey().value(), "scenario", skipped.title(), 0);
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", clean(skipped.reason()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void writeCase(XMLStreamWriter xml, TestResult result) throws XMLStreamException {
        writeStart(xml, result.scenarioKey().value(), result.framework(), result.title(), result.millis());
        String message = result.message() == null ? "" : result.message();
        switch (result.status()) {
            case PASSED -> {}
            case FAILED -> writeOutcome(xml, "failure", "AssertionError", message, result.steps());
            case ERROR -> writeOutcome(xml, "error", "Error", message, result.steps());
            case SKIPPED -> {
                xml.writeEmptyElement("skipped");
                xml.writeAttribute("message", clean(message));
            }
        }
        xml.writeEndElement();
    }

    private static void writeStart(XMLStreamWriter xml, String key, String framework, String title, long millis)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean("verisim." + framework + "." + key));
        xml.writeAttribute("name", clean(key + " " + title));
        xml.writeAttribute("time", seconds(millis));
    }

    private static void writeOutcome(
            XMLStreamWriter xml, String element, String type, String message, List<StepResult> steps)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("type", type);
        xml.writeAttribute("message", clean(message));
        StringBuilder text = new StringBuilder();
        for (StepResult step : steps) {
            text.append(step.index() + 1)
                    .append(". ")
                    .append(step.status())
                    .append("  ")
                    .append(step.sentence());
            text.append('\n');
        }
        xml.writeCharacters(clean(text.toString()));
        xml.writeEndElement();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / MILLIS_PER_SECOND);
    }

    /** Leaves out what XML 1.0 cannot hold: control characters and lone surrogates. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(JunitXml::allowed).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
