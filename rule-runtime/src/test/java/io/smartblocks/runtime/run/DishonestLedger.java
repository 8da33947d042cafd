package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/** A ledger before which a runtime signs other settlements than it computed. */
final class DishonestLedger {

    private DishonestLedger() {}

    static Ledger before(Ledger ledger, Signer signer, UnaryOperator<CommitSettlement> lie) {
        return (Ledger) Proxy.newProxyInstance(
                DishonestLedger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("commit")) {
                        // submits through this proxy and waits
                        return InvocationHandler.invokeDefault(proxy, called, arguments);
                    }
                    if (called.getName().equals("submit")) {
                        arguments[0] = falsified((Batch) arguments[0], signer, lie);
                    }
                    try {
                        return called.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Batch falsified(Batch batch, Signer signer, UnaryOperator<CommitSettlement> lie) {
        List<TransactionBody> bodies = batch.transactions().stream()
                .map(Transaction::body)
                .map(body -> body.payload() instanceof CommitSettlement honest
                        ? new TransactionBody(
                                body.ledger(), lie.apply(honest), body.signer(), body.requestKey(), body.statedAt())
                        : body)
                .toList();
        return Batch.signed(bodies, signer);
    }

    /** The same with another statement, well hashed and summed up. */
    static CommitSettlement saying(CommitSettlement honest, String statement, StatementSummary summary) {
        return new CommitSettlement(
                honest.agreement(),
                honest.version(),
                honest.period(),
                honest.from(),
                honest.to(),
                honest.revision(),
                statement,
                Hash.of(statement),
                honest.evidenceDigest(),
                honest.asOfBlock(),
                honest.compiledHash(),
                honest.engine(),
                summary);
    }

    /** The same as another engine signs it. */
    static CommitSettlement byEngine(CommitSettlement honest, String engine) {
        String statement =
                honest.statement().replaceFirst("\"engineVersion\":\"[^\"]*\"", "\"engineVersion\":\"" + engine + "\"");
        return new CommitSettlement(
                honest.agreement(),
                honest.version(),
                honest.period(),
                honest.from(),
                honest.to(),
                honest.revision(),
                statement,
                Hash.of(statement),
                honest.evidenceDigest(),
                honest.asOfBlock(),
                honest.compiledHash(),
                engine,
                honest.summary());
    }

    /** One amount is another one, wherever it stands. */
    static CommitSettlement paying(CommitSettlement honest, String amount, String instead) {
        List<Payable> payables = honest.summary().payables().stream()
                .map(payable -> new Payable(
                        payable.document(),
                        payable.payer(),
                        payable.payee(),
                        payable.amount().compareTo(new BigDecimal(amount)) == 0
                                ? new BigDecimal(instead)
                                : payable.amount(),
                        payable.currency(),
                        payable.due()))
                .toList();
        return saying(
                honest,
                honest.statement().replace('"' + amount + '"', '"' + instead + '"'),
                new StatementSummary(payables, honest.summary().powers()));
    }
}
