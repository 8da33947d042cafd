package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns the parse tree of heads, and of what an amendment repeals, into records. */
final class VersionBuilder {

    private final Leaves leaves;
    private final SentenceBuilder sentences;

    VersionBuilder(Leaves leaves, SentenceBuilder sentences) {
        this.leaves = leaves;
        this.sentences = sentences;
    }

    Sentence head(EscoParser.ContractHeadContext context) {
        Head.Kind kind = Head.Kind.valueOf(context.kind.getText().toUpperCase(Locale.ROOT));
        Optional<Head.Template> from = Optional.ofNullable(context.STRING(1))
                .map(title -> new Head.Template(
                        leaves.word(title).text(),
                        leaves.word(context.NUMBER(1)).text()));
        Optional<DateSyntax> effective = Optional.ofNullable(context.date()).map(leaves::date);
        Optional<Head.InPlaceOf> inPlaceOf = effective
                .flatMap(DateSyntax::date)
                .map(date -> new Head.InPlaceOf(
                        leaves.word(context.NUMBER(context.NUMBER().size() - 1)).text(), date, List.of()));
        Head head = new Head(
                kind,
                leaves.word(context.STRING(0)).text(),
                leaves.word(context.NUMBER(0)).text(),
                from,
                inPlaceOf);
        return new Sentence.Heading(head, effective, leaves.range(context));
    }

    Sentence amendment(EscoParser.AmendmentHeadContext context) {
        return new Sentence.AmendmentHeading(
                leaves.word(context.STRING()),
                leaves.word(context.NUMBER(1)),
                leaves.word(context.NUMBER(2)),
                leaves.date(context.date()),
                leaves.terms(context.terms()),
                leaves.range(context));
    }

    Sentence repeal(EscoParser.RepealContext context) {
        EscoParser.RepealedContext what = context.repealed();
        SourceRange at = leaves.range(context);
        if (what.clauseNo() != null) {
            return new Sentence.Repeal(Sentence.Repeal.What.CLAUSE, leaves.clause(what.clauseNo()), at);
        }
        if (what.setting() != null) {
            Sentence setting = sentences.visit(what.setting());
            return new Sentence.Repeal(
                    Sentence.Repeal.What.SETTING, new Word(setting.getClass().getSimpleName(), setting.at()), at);
        }
        if (what.quantity() != null) {
            ExprSyntax.Figure rate = leaves.figure(what.quantity());
            return new Sentence.Repeal(
                    Sentence.Repeal.What.VAT, new Word(rate.value().toString(), rate.at()), at);
        }
        return what.STRING() == null
                ? new Sentence.Repeal(Sentence.Repeal.What.TERM, leaves.word(what.TERM()), at)
                : new Sentence.Repeal(Sentence.Repeal.What.SCENARIO, leaves.word(what.STRING()), at);
    }
}
