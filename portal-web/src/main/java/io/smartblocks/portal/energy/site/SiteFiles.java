package io.smartblocks.portal.energy.site;

import static io.smartblocks.portal.document.Table.figure;
import static io.smartblocks.portal.document.Table.text;
import static io.smartblocks.portal.document.Table.whole;

import io.smartblocks.portal.document.LongTable;
import io.smartblocks.portal.document.Table.Cell;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The list of sites as a file. */
@Component
class SiteFiles {

    private final Words say;

    SiteFiles(Words say) {
        this.say = say;
    }

    LongTable table(Stream<SiteRow> rows, Period period) {
        List<String> head = List.of(
                say.message("sites.file.period"),
                say.message("sites.site"),
                say.message("sites.file.id"),
                say.message("curves.file.in", say.message("sites.area"), "m²"),
                say.message("menu.meters"),
                say.message("curves.file.in", say.message("sites.used"), "kWh"),
                say.message("curves.file.in", say.message("sites.saved"), "kWh"),
                say.message("curves.file.in", say.message("kpi.peak"), "kW"),
                say.message("sites.file.missing"),
                say.message("curves.file.estimated"));
        return new LongTable(
                "sites",
                head,
                rows.map(row -> List.of(
                        text(period.key()),
                        text(row.name()),
                        text(row.id()),
                        cell(row.area()),
                        whole(row.meters()),
                        cell(row.used()),
                        cell(row.saved()),
                        cell(row.peak()),
                        whole(row.missing()),
                        whole(row.estimated()))));
    }

    private static Cell cell(Optional<BigDecimal> value) {
        return value.<Cell>map(known -> figure(known)).orElse(text(""));
    }
}
