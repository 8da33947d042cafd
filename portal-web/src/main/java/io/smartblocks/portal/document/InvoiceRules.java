package io.smartblocks.portal.document;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Checks invoices by the schemas of their syntax and the rules of EN 16931, as CEN publishes them. They are loaded when the
 * first invoice is checked.
 */
public final class InvoiceRules {

    /** Whether an invoice keeps the rules. */
    public record Verdict(String syntax, List<String> broken) {
        public Verdict {
            broken = List.copyOf(broken);
        }

        public boolean holds() {
            return broken.isEmpty();
        }
    }

    private InvoiceRules() {}

    private static final class Loaded {
        private static final ValidationExecutorSetRegistry<IValidationSourceXML> SETS = load();

        private static ValidationExecutorSetRegistry<IValidationSourceXML> load() {
            ValidationExecutorSetRegistry<IValidationSourceXML> sets = new ValidationExecutorSetRegistry<>();
            EN16931Validation.initEN16931(sets);
            return sets;
        }
    }

    /** The three forms in which an invoice may come. */
    private enum Syntax {
        UBL_INVOICE("UBL 2.1 invoice", "Invoice", EN16931Validation.VID_UBL_INVOICE_1316),
        UBL_CREDIT_NOTE("UBL 2.1 credit note", "CreditNote", EN16931Validation.VID_UBL_CREDIT_NOTE_1316),
        CII("CII D16B invoice", "CrossIndustryInvoice", EN16931Validation.VID_CII_1316);

        private final String words;
        private final String root;
        private final DVRCoordinate rules;

        Syntax(String words, String root, DVRCoordinate rules) {
            this.words = words;
            this.root = root;
            this.rules = rules;
        }
    }

    /**
     * Checks an invoice in any of its syntaxes.
     *
     * @throws IllegalArgumentException when it is no XML, or no invoice that EN 16931 speaks of
     */
    public static Verdict check(byte[] xml) {
        Document document = parsed(xml);
        Syntax syntax = syntax(document.getDocumentElement());
        List<String> broken = new ArrayList<>();
        ValidationExecutionManager.executeValidation(
                        IValidityDeterminator.createDefault(),
                        Loaded.SETS.getOfID(syntax.rules),
                        ValidationSourceXML.create("invoice", document),
                        Locale.ENGLISH)
                .forEach(result -> result.getErrorList().forEach(problem -> {
                    if (problem.getErrorLevel().isError()) {
                        broken.add(problem.getErrorText(Locale.ENGLISH));
                    }
                }));
        return new Verdict(syntax.words, broken);
    }

    private static Syntax syntax(Element root) {
        for (Syntax each : Syntax.values()) {
            if (each.root.equals(root.getLocalName())) {
                return each;
            }
        }
        throw new IllegalArgumentException("its outermost element is '" + root.getLocalName()
                + "'; expected Invoice or CreditNote of UBL 2.1, or CrossIndustryInvoice of CII D16B");
    }

    private static Document parsed(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException e) {
            throw new IllegalArgumentException("it is no XML: " + withoutStop(String.valueOf(e.getMessage())), e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the XML parser cannot be set up", e);
        }
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
