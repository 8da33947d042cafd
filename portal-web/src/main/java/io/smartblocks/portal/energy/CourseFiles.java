package io.smartblocks.portal.energy;

import static io.smartblocks.portal.document.Table.day;
import static io.smartblocks.portal.document.Table.figure;
import static io.smartblocks.portal.document.Table.text;
import static io.smartblocks.portal.document.Table.whole;

import io.smartblocks.portal.document.Table;
import io.smartblocks.portal.document.Table.Cell;
import io.smartblocks.portal.document.TableFiles;
import io.smartblocks.portal.energy.series.Course;
import io.smartblocks.portal.energy.series.Point;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The curves of a meter as a file: what the page shows, with every digit and with times in ISO UTC. */
@Component
class CourseFiles {

    private final Words say;

    CourseFiles(Words say) {
        this.say = say;
    }

    byte[] csv(Course course) {
        return TableFiles.csv(table(course));
    }

    byte[] xlsx(Course course) {
        return TableFiles.xlsx(List.of(table(course)));
    }

    private Table table(Course course) {
        String unit = course.meter().unit();
        List<String> head = List.of(
                say.message("payload.meter"),
                say.message("curves.file.start"),
                say.message("curves.file.end"),
                say.message("payload.day"),
                say.message("curves.file.in", say.message("meter.actual"), unit),
                say.message("curves.file.in", say.message("curves.predicted"), unit),
                say.message("curves.file.in", say.message("curves.margin"), unit),
                say.message("curves.file.in", say.message("curves.baseline.name"), unit),
                say.message("curves.file.known"),
                say.message("curves.file.expected"),
                say.message("curves.file.estimated"),
                say.message("part.state"),
                say.message("curves.file.revision"),
                say.message("curves.file.transaction"));
        return new Table(
                "readings",
                head,
                course.points().stream().map(point -> row(course, point)).toList());
    }

    private static List<Cell> row(Course course, Point point) {
        return List.of(
                text(course.meter().meter().value()),
                text(point.start().toString()),
                text(point.end().toString()),
                day(point.day()),
                cell(point.actual()),
                cell(point.predicted()),
                cell(point.margin()),
                cell(point.baseline()),
                whole(point.read().known()),
                whole(point.read().expected()),
                whole(point.read().estimated()),
                text(point.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                point.page().<Cell>map(page -> whole(page.revision())).orElse(text("")),
                text(point.page()
                        .flatMap(Point.Page::transaction)
                        .map(Object::toString)
                        .orElse("")));
    }

    private static Cell cell(Optional<BigDecimal> value) {
        return value.<Cell>map(known -> figure(known)).orElse(text(""));
    }
}
