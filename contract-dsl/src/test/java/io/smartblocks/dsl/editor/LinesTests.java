package io.smartblocks.dsl.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.editor.Lines.Place;
import org.junit.jupiter.api.Test;

class LinesTests {

    private static final String TEXT = "Zürich\r\n\tA😀B\rlast\n";

    private final Lines lines = new Lines(TEXT);

    @Test
    void every_kind_of_line_end_begins_a_line() {
        assertThat(lines.count()).isEqualTo(4);
        assertThat(lines.place(TEXT.indexOf('\t'))).isEqualTo(new Place(1, 0));
        assertThat(lines.place(TEXT.indexOf("last"))).isEqualTo(new Place(2, 0));
        assertThat(lines.place(TEXT.length())).isEqualTo(new Place(3, 0));
    }

    @Test
    void a_letter_beyond_the_basic_plane_counts_twice_and_a_tab_and_an_umlaut_once() {
        assertThat(lines.place(TEXT.indexOf("B"))).isEqualTo(new Place(1, 4));
        assertThat(lines.place(TEXT.indexOf("rich"))).isEqualTo(new Place(0, 2));
    }

    @Test
    void every_offset_is_found_again_from_its_place() {
        for (int offset = 0; offset <= TEXT.length(); offset++) {
            Place place = lines.place(offset);
            boolean inLineEnd = offset > 0
                    && TEXT.charAt(offset - 1) == '\r'
                    && offset < TEXT.length()
                    && TEXT.charAt(offset) == '\n';
            if (!inLineEnd) {
                assertThat(lines.offset(place.line(), place.character()))
                        .as("offset " + offset)
                        .isEqualTo(offset);
            }
        }
    }

    @Test
    void a_place_outside_is_taken_to_the_nearest_inside() {
        assertThat(lines.offset(0, 99)).isEqualTo(6);
        assertThat(lines.offset(99, 0)).isEqualTo(TEXT.length());
        assertThat(lines.offset(-1, 5)).isZero();
        assertThat(lines.offset(1, -5)).isEqualTo(TEXT.indexOf('\t'));
    }
}
