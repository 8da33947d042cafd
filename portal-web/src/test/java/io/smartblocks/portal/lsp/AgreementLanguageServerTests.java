package io.smartblocks.portal.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgreementLanguageServerTests {

    private static final String URI = "file:///tmp/small.esco";

    private static final String TEXT = """
            contract "Kälte 😀" version 1.0.
            in force from 1 January 2027 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Verkäufer is "S Ltd".
            party Buyer is "B Ltd".
            meter Main Meter reads kWh every 15 minutes from "meter/1".
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            when readings of Main Meter are missing, hold settlement.
            Energy is the total of Main Meter over Month.
            Price is 0.20 EUR per kWh.
            clause 1 "Bill":
              Buyer shall pay Energy * Price to Verkäufer within 14 days after settlement.
            scenario "nothing used":
              expect no payment.
            """;

    private PipedOutputStream toServer;
    private EditorSeat editor;
    private CompletableFuture<Integer> served;
    private ServerCapabilities can;

    @BeforeEach
    void start() throws Exception {
        toServer = new PipedOutputStream();
        PipedInputStream serverReads = new PipedInputStream(toServer, 1 << 16);
        PipedOutputStream serverWrites = new PipedOutputStream();
        PipedInputStream fromServer = new PipedInputStream(serverWrites, 1 << 20);
        served = CompletableFuture.supplyAsync(() -> AgreementLanguageServer.serve(serverReads, serverWrites));
        editor = new EditorSeat(fromServer, toServer);
        can = editor.greet().getCapabilities();
    }

    @AfterEach
    void stop() throws Exception {
        toServer.close();
        served.get(30, TimeUnit.SECONDS);
    }

    private TextDocumentService texts() {
        return editor.server().getTextDocumentService();
    }

    private static Position at(String words) {
        return at(TEXT, words);
    }

    private static Position at(String text, String words) {
        String before = text.substring(0, text.indexOf(words));
        return new Position(
                (int) before.chars().filter(c -> c == '\n').count(), before.length() - before.lastIndexOf('\n') - 1);
    }

    private static <T> T got(CompletableFuture<T> answer) throws Exception {
        return answer.get(30, TimeUnit.SECONDS);
    }

    @Test
    void says_what_it_can_do() {
        assertThat(can.getTextDocumentSync().getLeft()).isEqualTo(TextDocumentSyncKind.Incremental);
        assertThat(can.getPositionEncoding()).isEqualTo("utf-16");
        assertThat(can.getSemanticTokensProvider().getLegend().getTokenTypes()).contains("keyword", "string");
    }

    @Test
    void faults_come_and_go_as_the_text_is_typed() throws Exception {
        editor.open(URI, TEXT);
        assertThat(editor.said(URI, 1).getDiagnostics()).isEmpty();
        Position price = at("Price to");
        editor.type(URI, 2, EditorSeat.range(price.getLine(), price.getCharacter(), price.getCharacter() + 5), "Prise");
        List<Diagnostic> faults = editor.said(URI, 2).getDiagnostics();
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.getCode().getLeft()).isEqualTo("E0201");
            assertThat(fault.getRange().getStart()).isEqualTo(price);
            assertThat(fault.getMessage().getLeft()).contains("Prise").contains("help: ");
            assertThat(fault.getSource()).isEqualTo("smartblocks");
        });
        editor.type(URI, 3, EditorSeat.range(price.getLine(), price.getCharacter() + 3, price.getCharacter() + 4), "c");
        assertThat(editor.said(URI, 3).getDiagnostics()).isEmpty();
    }

    @Test
    void quick_typing_is_checked_once_for_what_it_came_to() throws Exception {
        editor.open(URI, TEXT);
        Position end = new Position(17, 0);
        for (int version = 2; version <= 60; version++) {
            editor.type(URI, version, new org.eclipse.lsp4j.Range(end, end), "#\n");
        }
        assertThat(editor.said(URI, 60).getDiagnostics()).isEmpty();
    }

    @Test
    void completion_offers_the_parties_first_and_whole_sentences_with_gaps() throws Exception {
        editor.open(URI, TEXT);
        List<CompletionItem> items = got(texts().completion(
                                new CompletionParams(EditorSeat.text(URI), at("Verkäufer within"))))
                .getRight()
                .getItems();
        assertThat(items.stream().map(CompletionItem::getLabel)).startsWith("Verkäufer", "Buyer");
        List<CompletionItem> opening = got(texts().completion(
                                new CompletionParams(EditorSeat.text(URI), new Position(17, 0))))
                .getRight()
                .getItems();
        assertThat(opening)
                .anySatisfy(item ->
                        assertThat(item.getTextEdit().getLeft().getNewText()).startsWith("party ${1:Seller} is"));
    }

    @Test
    void hover_says_unit_and_level() throws Exception {
        editor.open(URI, TEXT);
        Hover hover = got(texts().hover(new HoverParams(EditorSeat.text(URI), at("Energy * Price"))));
        assertThat(hover.getContents().getRight().getValue())
                .contains("Energy is the total of Main Meter over Month.")
                .contains("In kWh; one value for each Month.");
        assertThat(got(texts().hover(new HoverParams(EditorSeat.text(URI), new Position(16, 1)))))
                .isNull();
    }

    @Test
    void names_lead_to_their_meaning_and_uses_and_are_renamed_together() throws Exception {
        editor.open(URI, TEXT);
        Position use = at("Verkäufer within");
        List<? extends Location> meaning = got(texts().definition(new DefinitionParams(EditorSeat.text(URI), use)))
                .getLeft();
        assertThat(meaning)
                .singleElement()
                .satisfies(place -> assertThat(place.getRange()).isEqualTo(EditorSeat.range(6, 6, 15)));
        assertThat(got(texts().references(new ReferenceParams(EditorSeat.text(URI), use, new ReferenceContext(true)))))
                .hasSize(2);
        List<TextEdit> edits = got(texts().rename(new RenameParams(EditorSeat.text(URI), use, "Seller")))
                .getChanges()
                .get(URI);
        assertThat(edits).hasSize(2).allMatch(edit -> edit.getNewText().equals("Seller"));
        assertThatThrownBy(() -> got(texts().rename(new RenameParams(EditorSeat.text(URI), use, "Buyer"))))
                .hasMessageContaining("`Buyer` is in use already");
    }

    @Test
    void what_can_be_mended_is_an_action() throws Exception {
        String wrong = TEXT.replace("Energy * Price", "Enrgy * Price");
        editor.open(URI, wrong);
        Position place = at(wrong, "Enrgy");
        var actions = got(texts().codeAction(new CodeActionParams(
                EditorSeat.text(URI), new org.eclipse.lsp4j.Range(place, place), new CodeActionContext(List.of()))));
        assertThat(actions).singleElement().satisfies(action -> {
            TextEdit edit = action.getRight().getEdit().getChanges().get(URI).get(0);
            assertThat(edit.getNewText()).isEqualTo("Energy");
            assertThat(edit.getRange().getStart()).isEqualTo(place);
        });
    }

    @Test
    void the_layout_is_mended_and_a_text_that_cannot_be_read_says_why_not() throws Exception {
        editor.open(URI, TEXT.replace("Price is", "Price   is"));
        FormattingOptions options = new FormattingOptions(2, true);
        List<? extends TextEdit> edits =
                got(texts().formatting(new DocumentFormattingParams(EditorSeat.text(URI), options)));
        assertThat(edits.stream().map(TextEdit::getNewText)).containsExactly(" ");
        editor.open("file:///b.esco", "Price is is.");
        assertThatThrownBy(() -> got(
                        texts().formatting(new DocumentFormattingParams(EditorSeat.text("file:///b.esco"), options))))
                .hasMessageContaining("line 1");
    }

    @Test
    void outline_folds_and_colours_cover_the_text() throws Exception {
        editor.open(URI, TEXT);
        assertThat(got(texts().documentSymbol(new DocumentSymbolParams(EditorSeat.text(URI)))))
                .extracting(symbol -> symbol.getRight().getName())
                .contains("Energy", "clause 1", "scenario \"nothing used\"");
        assertThat(got(texts().foldingRange(new FoldingRangeRequestParams(EditorSeat.text(URI)))))
                .hasSize(2);
        List<Integer> colours = got(texts().semanticTokensFull(new SemanticTokensParams(EditorSeat.text(URI))))
                .getData();
        assertThat(colours).hasSizeGreaterThan(100);
        assertThat(colours.size() % 5).isZero();
        assertThat(colours.subList(0, 10)).containsExactly(0, 0, 8, 0, 0, 0, 9, 10, 8, 0);
    }

    @Test
    void two_texts_are_kept_apart_and_a_closed_one_is_forgotten() throws Exception {
        editor.open(URI, TEXT);
        editor.open("file:///two.esco", "template \"T\" version 1.0.\nparameter Cap in %.\nOnly Here is Cap * 2.\n");
        assertThat(editor.said("file:///two.esco", 1).getDiagnostics()).isNotEmpty();
        Hover cap = got(texts().hover(new HoverParams(EditorSeat.text("file:///two.esco"), new Position(2, 14))));
        assertThat(cap.getContents().getRight().getValue())
                .contains("Cap, a parameter")
                .contains("In %");
        texts().didClose(new DidCloseTextDocumentParams(EditorSeat.text("file:///two.esco")));
        assertThatThrownBy(() ->
                        got(texts().hover(new HoverParams(EditorSeat.text("file:///two.esco"), new Position(2, 14)))))
                .hasMessageContaining("is not open");
        assertThat(got(texts().hover(new HoverParams(EditorSeat.text(URI), at("Energy * Price")))))
                .isNotNull();
    }

    @Test
    void no_broken_message_ends_it() throws Exception {
        editor.open(URI, TEXT);
        EditorSeat.raw(toServer, "{ this is no JSON");
        EditorSeat.raw(toServer, "[]");
        EditorSeat.raw(toServer, "{\"jsonrpc\":\"2.0\",\"id\":\"x1\",\"method\":\"textDocument/hover\",\"params\":{}}");
        EditorSeat.raw(
                toServer,
                "{\"jsonrpc\":\"2.0\",\"id\":\"x2\",\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":\""
                        + URI + "\"},\"position\":{\"line\":-7,\"character\":99999}}}");
        EditorSeat.raw(toServer, "{\"jsonrpc\":\"2.0\",\"id\":\"x3\",\"method\":\"no/such\",\"params\":{}}");
        EditorSeat.raw(
                toServer,
                "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\"file:///never.esco\",\"version\":1},\"contentChanges\":[{\"text\":\"x\"}]}}");
        EditorSeat.raw(toServer, "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{}}");
        assertThat(got(texts().hover(new HoverParams(EditorSeat.text(URI), at("Energy * Price")))))
                .isNotNull();
    }

    @Test
    void a_place_outside_the_text_is_answered_as_the_nearest_inside() throws Exception {
        editor.open(URI, TEXT);
        assertThat(got(texts().completion(new CompletionParams(EditorSeat.text(URI), new Position(999, 999))))
                        .getRight()
                        .getItems())
                .isNotEmpty();
    }

    @Test
    void an_orderly_goodbye_ends_it_with_0() throws Exception {
        editor.goodbye();
        assertThat(served.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void an_editor_that_hangs_up_ends_it_with_1() throws Exception {
        toServer.close();
        assertThat(served.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void going_without_goodbye_ends_it_with_1() throws Exception {
        editor.server().exit();
        assertThat(served.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }
}
