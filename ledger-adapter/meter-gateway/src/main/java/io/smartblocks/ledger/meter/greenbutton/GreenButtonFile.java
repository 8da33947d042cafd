package io.smartblocks.ledger.meter.greenbutton;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** A Green Button file: what it holds, and the readings of each of its series one by one, in bounded memory. */
public final class GreenButtonFile {

    private final Source source;
    private final FeedResolver resolver;
    private final Contents contents;

    private GreenButtonFile(Source source, FeedResolver resolver, Contents contents) {
        this.source = source;
        this.resolver = resolver;
        this.contents = contents;
    }

    /** Where the text of the file can be read from its beginning, more than once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Reads through the file once to learn what it holds.
     *
     * @throws MalformedFeed when it is no Green Button file
     */
    public static GreenButtonFile of(Source source) throws IOException {
        FeedIndex index = new FeedIndex();
        try (InputStream in = source.open()) {
            FeedParser.parse(in, index);
        }
        FeedResolver resolver = new FeedResolver(index);
        return new GreenButtonFile(source, resolver, resolver.contents());
    }

    public Contents contents() {
        return contents;
    }

    /** Reads through the file again and hands over the readings of one series in the order of the file. */
    public void readings(Series series, Consumer<IntervalReading> reader) throws IOException {
        try (InputStream in = source.open()) {
            FeedParser.parse(in, new FeedListener() {
                @Override
                public void reading(int entry, IntervalReading reading) {
                    if (resolver.seriesOf(entry) == series.number()) {
                        reader.accept(reading);
                    }
                }

                @Override
                public void entry(FeedEntry entry) {
                    // The first reading of the file has taken all that an entry says besides its readings.
                }
            });
        }
    }
}
