package io.plsim.server.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Case runs as the JUnit XML that Surefire writes and continuous integration reads: a suite for each folder. */
final class JUnitReport {
    private final XMLStreamWriter xml;

    private JUnitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String write(List<CaseRun> runs) {
        StringWriter text = new StringWriter();
        try {
            JUnitReport report = new JUnitReport(XMLOutputFactory.newFactory().createXMLStreamWriter(text));
            report.xml.writeStartDocument("UTF-8", "1.0");
            report.suites(runs);
            report.xml.writeEndDocument();
            report.xml.close();
            return text.append('\n').toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing XML to a string does no input or output", impossible);
        }
    }

    private void suites(List<CaseRun> runs) throws XMLStreamException {
        start("testsuites");
        attribute("name", "plsim test");
        counts(
                runs.stream().mapToInt(JUnitReport::tests).sum(),
                runs.stream().mapToInt(CaseRun::failures).sum(),
                (int) runs.stream().filter(run -> run.unreadable().isPresent()).count(),
                runs.stream().mapToLong(JUnitReport::nanos).sum());
        for (CaseRun run : runs) {
            start("testsuite");
            attribute("name", run.name());
            counts(tests(run), run.failures(), run.unreadable().isPresent() ? 1 : 0, nanos(run));
            for (CaseRun.Result result : run.results()) {
                testCase(run, result.name(), result.nanos());
                if (result.failure().isPresent()) {
                    problem("failure", "DecisionNotAsExpected", result.failure().get());
                }
                xml.writeEndElement();
            }
            if (run.unreadable().isPresent()) {
                testCase(run, "decisions.json", 0);
                problem("error", "Unreadable", run.unreadable().get());
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void counts(int tests, int failures, int errors, long nanos) throws XMLStreamException {
        attribute("tests", String.valueOf(tests));
        attribute("failures", String.valueOf(failures));
        attribute("errors", String.valueOf(errors));
        attribute("skipped", "0");
        attribute("time", seconds(nanos));
    }

    private void testCase(CaseRun run, String name, long nanos) throws XMLStreamException {
        start("testcase");
        attribute("name", name);
        attribute("classname", run.name().replace('.', '_').replace('/', '.'));
        attribute("time", seconds(nanos));
    }

    /** The message is the whole text on one line, since some readers show nothing else; the element keeps its lines. */
    private void problem(String element, String type, String text) throws XMLStreamException {
        start(element);
        attribute("message", text.strip().replaceAll("\\s+", " "));
        attribute("type", type);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private void start(String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static int tests(CaseRun run) {
        return run.results().size() + (run.unreadable().isPresent() ? 1 : 0);
    }

    private static long nanos(CaseRun run) {
        return run.results().stream().mapToLong(CaseRun.Result::nanos).sum();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.6f", nanos / 1e9);
    }

    /** XML 1.0 has no way to write most control characters, not even escaped. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean allowed = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000;
            legal.appendCodePoint(allowed ? c : '?');
        });
        return legal.toString();
    }
}
