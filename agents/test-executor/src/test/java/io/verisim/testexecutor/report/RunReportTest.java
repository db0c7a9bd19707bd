package io.verisim.testexecutor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class RunReportTest {

    private static final String WORKFLOW = "0198c0de-0000-7000-8000-000000000009";

    private final RunDocuments run = Runs.customers(WORKFLOW, new byte[] {1, 2, 3});

    @Test
    void theReportAnswersInWordsBeforeItShowsFigures() {
        String html = RunReport.html(run, new JiraOutcome(List.of("TEL-1", "TEL-2"), List.of("TEL-100"), List.of()));
        assertThat(html)
                .contains("Twin of customers: 10,000 rows, 1 of 3 tests passed, 1 failed, 1 skipped")
                .contains("1 of 2 fields were found sensitive")
                .contains("overall quality 0.983 of 1")
                .contains("new bugs: TEL-100")
                .contains("Nothing is known of flying.")
                .contains("Bound to row 17 of customers");
        assertThat(html.indexOf("<section class=\"verdict\">")).isLessThan(html.indexOf("<table>"));
    }

    @Test
    void whatComesFromOutsideIsEscaped() {
        String html = RunReport.html(run, JiraOutcome.none());
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void theReportLoadsNothingFromAnywhere() {
        String html = RunReport.html(run, JiraOutcome.none());
        assertThat(html).doesNotContain("http://", "https://", "<script", "<link", "url(");
    }

    @Test
    void theJunitXmlCountsAndNamesEveryTestWhateverItsText() throws Exception {
        Element suite = (Element) junit().getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getAttribute("time")).isEqualTo("0.860");
        Element failure = (Element) junit().getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).contains("<script>").doesNotContain("\u0001");
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).startsWith("TEL-2 Paging");
    }

    private Document junit() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
    }

    private void write(ByteArrayOutputStream out) throws IOException {
        JunitXml.write(run.results(), run.plans().skipped(), out);
    }
}
