package io.smartblocks.runtime.settlement;

import static io.smartblocks.runtime.evidence.CanonicalWriter.name;

import io.smartblocks.runtime.evidence.CanonicalWriter;
import io.smartblocks.runtime.evidence.CanonicalWriter.Name;
import java.util.List;

/** Statements as canonical JSON; the members of each object stand in the order of their names. */
final class StatementWriter {

    private static final Name AGREEMENT = name("agreement");
    private static final Name AGREEMENT_HASH = name("agreementHash");
    private static final Name AMOUNT = name("amount");
    private static final Name AS_OF_BLOCK = name("asOfBlock");
    private static final Name BASE = name("base");
    private static final Name BASELINES = name("baselines");
    private static final Name CLAUSE = name("clause");
    private static final Name CORRECTED = name("corrected");
    private static final Name CURRENCY = name("currency");
    private static final Name DEBTOR = name("debtor");
    private static final Name DESCRIPTION = name("description");
    private static final Name DIFFERENCES = name("differences");
    private static final Name DOCUMENTS = name("documents");
    private static final Name DUE = name("due");
    private static final Name DUTIES = name("duties");
    private static final Name EARLIER = name("earlier");
    private static final Name ENGINE_VERSION = name("engineVersion");
    private static final Name ENTRIES = name("entries");
    private static final Name EVIDENCE_DIGEST = name("evidenceDigest");
    private static final Name FROM = name("from");
    private static final Name GROSS = name("gross");
    private static final Name KIND = name("kind");
    private static final Name LEVEL = name("level");
    private static final Name LINE = name("line");
    private static final Name LINES = name("lines");
    private static final Name NAME = name("name");
    private static final Name NET = name("net");
    private static final Name NOTES = name("notes");
    private static final Name NOTICES = name("notices");
    private static final Name NUMBER = name("number");
    private static final Name ON = name("on");
    private static final Name OTHER = name("other");
    private static final Name PAYEE = name("payee");
    private static final Name PAYER = name("payer");
    private static final Name PERIOD = name("period");
    private static final Name POWERS = name("powers");
    private static final Name RATE = name("rate");
    private static final Name REASON = name("reason");
    private static final Name REVERSALS = name("reversals");
    private static final Name REVISION = name("revision");
    private static final Name SETTLED_ON = name("settledOn");
    private static final Name SHOWN = name("shown");
    private static final Name STATEMENT_HASH = name("statementHash");
    private static final Name TO = name("to");
    private static final Name TRACE = name("trace");
    private static final Name UNIT = name("unit");
    private static final Name VALUE = name("value");
    private static final Name VALUES = name("values");
    private static final Name VAT = name("vat");
    private static final Name VAT_RATE = name("vatRate");
    private static final Name VERSION = name("version");
    private static final Name WHAT = name("what");

    private final CanonicalWriter out;
    private final TraceWriter traces;

    private StatementWriter(CanonicalWriter out) {
        this.out = out;
        this.traces = new TraceWriter(out);
    }

    static byte[] write(Statement statement) {
        return CanonicalWriter.bytesOf(out -> new StatementWriter(out).statement(statement));
    }

    private void statement(Statement statement) {
        out.open()
                .word(AGREEMENT, statement.agreement())
                .member(AGREEMENT_HASH, statement.agreementHash())
                .member(AS_OF_BLOCK, statement.asOfBlock());
        if (!statement.baselines().isEmpty()) {
            out.member(BASELINES, statement.baselines(), each -> out.value(BaselineForm.write(each)));
        }
        statement.corrected().ifPresent(corrected -> {
            out.member(CORRECTED);
            corrected(corrected);
        });
        out.word(CURRENCY, statement.currency()).member(DOCUMENTS, statement.documents(), this::document);
        if (!statement.duties().isEmpty()) {
            out.member(DUTIES, statement.duties(), this::duty);
        }
        out.word(ENGINE_VERSION, statement.engineVersion())
                .member(EVIDENCE_DIGEST, statement.evidenceDigest())
                .member(FROM, statement.from().toString())
                .member(LINES, statement.lines(), this::line)
                .member(NOTICES, statement.notices(), out::text)
                .member(NUMBER, statement.number())
                .word(PERIOD, statement.period())
                .member(POWERS, statement.powers(), out::text)
                .word(REASON, statement.reason())
                .member(SETTLED_ON, statement.settledOn().toString())
                .member(TO, statement.to().toString())
                .member(TRACE, statement.trace(), traces::write)
                .member(VALUES, statement.values(), this::value)
                .word(VERSION, statement.version())
                .close();
    }

    private void corrected(Corrected corrected) {
        out.open()
                .member(DIFFERENCES, corrected.differences(), this::difference)
                .member(ON, corrected.on().toString())
                .member(REVERSALS, corrected.reversals(), this::reversal)
                .member(REVISION, corrected.revision())
                .member(STATEMENT_HASH, corrected.statementHash())
                .close();
    }

    private void difference(Corrected.Difference difference) {
        out.open().member(CURRENCY, difference.payable().currency());
        out.member(DUE, difference.due().toString());
        amounts(difference.payable());
    }

    private void reversal(Correction reversal) {
        out.open().member(CURRENCY, reversal.currency());
        amounts(reversal);
    }

    private void amounts(Correction payable) {
        out.member(GROSS, payable.gross().toPlainString())
                .member(NET, payable.net().toPlainString())
                .member(PAYEE, payable.payee())
                .member(PAYER, payable.payer())
                .member(VAT, payable.vat(), this::payableVat)
                .close();
    }

    private void payableVat(Correction.Vat vat) {
        out.open()
                .member(AMOUNT, vat.amount().toPlainString())
                .member(RATE, vat.rate().toString())
                .close();
    }

    private void line(Line line) {
        out.open()
                .word(CLAUSE, line.clause())
                .word(DESCRIPTION, line.description())
                .member(DUE, line.due().toString());
        earlier(line.earlier());
        out.member(NET, line.net().toPlainString())
                .member(NOTES, line.notes(), out::text)
                .word(PAYEE, line.payee())
                .word(PAYER, line.payer())
                .member(VAT_RATE, line.vatRate().toString())
                .close();
    }

    private void duty(Duty duty) {
        out.open();
        duty.amount().ifPresent(amount -> out.member(AMOUNT, amount.toString()));
        out.word(CLAUSE, duty.clause())
                .word(DEBTOR, duty.debtor())
                .member(DUE, duty.due().toString())
                .member(KIND, duty.kind().name());
        duty.other().ifPresent(other -> out.member(OTHER, other));
        out.member(TRACE);
        traces.write(duty.trace());
        out.word(UNIT, duty.unit()).word(WHAT, duty.what()).close();
    }

    private void document(Document document) {
        out.open()
                .word(CURRENCY, document.currency())
                .member(DUE, document.due().toString());
        earlier(document.earlier());
        out.member(ENTRIES, document.entries(), this::entry)
                .member(GROSS, document.gross().toPlainString())
                .member(NET, document.net().toPlainString())
                .member(NUMBER, document.number())
                .word(PAYEE, document.payee())
                .word(PAYER, document.payer())
                .member(VAT, document.vat(), this::vat)
                .close();
    }

    private void earlier(List<Part> parts) {
        if (!parts.isEmpty()) {
            out.member(EARLIER, parts, this::part);
        }
    }

    private void part(Part part) {
        out.open()
                .member(AMOUNT, part.amount().toPlainString())
                .member(DUE, part.due().toString())
                .close();
    }

    private void entry(Document.Entry entry) {
        out.open()
                .member(AMOUNT, entry.amount().toPlainString())
                .member(LINE, entry.line())
                .close();
    }

    private void vat(Document.VatAmount vat) {
        out.open()
                .member(AMOUNT, vat.amount().toPlainString())
                .member(BASE, vat.base().toPlainString())
                .member(RATE, vat.rate().toString())
                .close();
    }

    private void value(TermValue value) {
        out.open()
                .word(LEVEL, value.level())
                .word(NAME, value.name())
                .member(SHOWN, value.shown())
                .word(UNIT, value.unit())
                .member(VALUE, value.value().toString())
                .close();
    }
}
