package potstats2.benchmark.loops;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import potstats2.crawler.source.bb.PageReader;

/** Pages read into records, and the same bytes taken apart by the XML parser alone. */
@State(Scope.Benchmark)
public class ParseLoop {
    private final Pages pages = Pages.fetch();
    private final PageReader reader = Pages.reader();
    private final XMLInputFactory documents = new WstxInputFactory();

    @Benchmark
    public void ours(Blackhole results) {
        for (var i = 0; i < pages.count(); i++) {
            results.consume(pages.read(reader, i));
        }
    }

    @Benchmark
    public void limit(Blackhole results) throws XMLStreamException {
        for (var body : pages.bodies()) {
            var xml = documents.createXMLStreamReader(new ByteArrayInputStream(body));
            while (xml.hasNext()) {
                xml.next();
                results.consume(xml.hasText() ? xml.getTextLength() : 0);
            }
            xml.close();
        }
    }
}
