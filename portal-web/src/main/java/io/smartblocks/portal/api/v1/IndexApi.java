package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.readmodel.RecordedIndexValue;
import io.smartblocks.ledger.state.IndexPageState;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published indexes with their values: open to all who may read. */
@RestController
@Tag(name = "Registers")
class IndexApi {

    private static final int MOST_DAYS = 366;

    /** An index. */
    @Schema(name = "Index")
    record IndexShown(
            @Schema(example = "ie-power-price") String id,
            String publisher,
            String label,
            @Schema(example = "EUR per kWh") String unit,

            @Schema(description = "How long each value holds where there are several a day; else empty")
            String interval,

            String zone) {
        static IndexShown of(IndexState index) {
            return new IndexShown(
                    index.index().value(),
                    index.publisher().value(),
                    index.label(),
                    index.unit(),
                    index.interval().map(each -> each.value()).orElse(""),
                    index.zone().map(each -> each.getId()).orElse(""));
        }
    }

    /** What an index was over some days, or in the intervals of one day. */
    @Schema(name = "IndexValues")
    record IndexValuesShown(
            LocalDate from,
            @Schema(description = "The day after the last") LocalDate to,

            @Schema(description = "One value for all days, or one per interval of the day", example = "[\"0.1974\"]")
            List<String> values,

            int revision,
            String publishedBy,
            String reason,
            long block,
            String transaction) {
        static IndexValuesShown of(RecordedIndexValue recorded) {
            return new IndexValuesShown(
                    recorded.state().value().from(),
                    recorded.state().value().to(),
                    List.of(recorded.state().value().value().toPlainString()),
                    recorded.state().revision(),
                    recorded.state().publishedBy().value(),
                    recorded.state().reason(),
                    recorded.block(),
                    recorded.transaction().map(Object::toString).orElse(""));
        }

        static IndexValuesShown of(Recorded<IndexPageState> recorded) {
            IndexPage page = recorded.state().page();
            return new IndexValuesShown(
                    page.day(),
                    page.day().plusDays(1),
                    IntStream.range(0, page.values().size())
                            .mapToObj(number -> page.valueAt(number)
                                    .map(BigDecimal::toPlainString)
                                    .orElse(""))
                            .toList(),
                    recorded.state().revision(),
                    recorded.state().publishedBy().value(),
                    recorded.state().reason(),
                    recorded.block(),
                    recorded.transaction().map(Object::toString).orElse(""));
        }
    }

    private final ReadModel read;

    IndexApi(ReadModel read) {
        this.read = read;
    }

    @GetMapping("/api/v1/indexes")
    @Operation(summary = "The registered indexes, by id")
    PageOf<IndexShown> indexes(
            @RequestParam(defaultValue = Window.USUAL) int limit, @RequestParam(defaultValue = "") String after) {
        return Window.of(limit, after)
                .pageOfAll(read.indexes().indexes(), index -> index.index().value(), IndexShown::of);
    }

    @GetMapping("/api/v1/indexes/{id}/values")
    @Operation(
            summary = "What an index was on some days, in the order of time",
            description = "`to` is the day after the last; a year at most at a time.")
    PageOf<IndexValuesShown> values(
            @PathVariable @Schema(type = "string", example = "ie-power-price") IndexId id,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        if (!from.isBefore(to) || from.plusDays(MOST_DAYS).isBefore(to)) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "From " + from + " to " + to + " are no 1 to " + MOST_DAYS + " days.",
                    "to",
                    "Let 'to' be the day after the last one, and later than 'from'.");
        }
        if (read.indexes().index(id).isEmpty()) {
            throw ApiProblem.notFound("index '" + id + "'", "List what there is with GET /api/v1/indexes.");
        }
        long now = read.height();
        List<IndexValuesShown> all = Stream.concat(
                        read.indexes().values(id, from, to, now).stream().map(IndexValuesShown::of),
                        read.indexes().pages(id, from, to, now).stream().map(IndexValuesShown::of))
                .toList();
        return window.pageInOrder(
                all, values -> List.of(values.from().toString(), values.transaction()), values -> values);
    }
}
