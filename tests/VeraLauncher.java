import java.io.File;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Judges files by veraPDF's own profiles, read with the parser of the JDK because the jar carries no JAXB.
 *
 * <p>Arguments: flavours with commas (2u,ua1), then files. One line for each file and flavour, `checked`, and one for
 * each rule that failed, `failed`; fields are separated by tabs.
 */
public final class VeraLauncher {
    private static final String PROFILES = "org/verapdf/pdfa/validation/";
    private static final Map<String, String> FILES = Map.of("ua1", "PDFUA-1", "ua2", "PDFUA-2-ISO32005");

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String flavour : arguments[0].split(",")) {
            profiles.put(flavour, profile(flavour));
        }
        for (int i = 1; i < arguments.length; i++) {
            for (Map.Entry<String, ValidationProfile> entry : profiles.entrySet()) {
                judge(new File(arguments[i]), entry.getKey(), entry.getValue());
            }
        }
    }

    private static void judge(File file, String flavour, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour());
                PDFAValidator validator = ValidatorFactory.createValidator(profile, 100, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            say("checked", file, flavour, String.valueOf(result.getTotalAssertions()), "", "");
            Map<String, String[]> failed = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId rule = assertion.getRuleId();
                    failed.putIfAbsent(
                            rule.getClause() + "-" + rule.getTestNumber(),
                            new String[] {assertion.getMessage(), String.valueOf(assertion.getLocation().getContext())});
                }
            }
            for (Map.Entry<String, String[]> one : failed.entrySet()) {
                say("failed", file, flavour, one.getKey(), one.getValue()[0], one.getValue()[1]);
            }
        }
    }

    private static void say(String kind, File file, String flavour, String what, String message, String where) {
        String line = String.join("\t", kind, file.getPath(), flavour, what, oneLine(message), oneLine(where));
        System.out.println(line);
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ");
    }

    private static ValidationProfile profile(String flavour) throws Exception {
        String file = FILES.getOrDefault(flavour, "PDFA-" + flavour.toUpperCase());
        Element root = parsed(PROFILES + file + ".xml").getDocumentElement();
        PDFAFlavour kind = PDFAFlavour.valueOf(root.getAttribute("flavour"));
        Set<Rule> rules = new HashSet<>();
        for (Element rule : children(child(root, "rules"), "rule")) {
            rules.add(rule(rule, kind));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element one : children(child(root, "variables"), "variable")) {
            variables.add(
                    Profiles.variableFromValues(
                            one.getAttribute("name"), one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
        }
        return Profiles.profileFromValues(
                kind, Profiles.profileDetailsFromValues(file, "", "", Date.from(Instant.EPOCH)), "", rules, variables);
    }

    private static Rule rule(Element rule, PDFAFlavour kind) {
        Element id = child(rule, "id");
        RuleId number =
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber")));
        Element error = child(rule, "error");
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : children(child(error, "arguments"), "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), argument.getAttribute("name"), null));
        }
        ErrorDetails details = Profiles.errorFromValues(text(error, "message"), arguments);
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
                number,
                rule.getAttribute("object"),
                deferred,
                rule.getAttribute("tags"),
                text(rule, "description"),
                text(rule, "test"),
                details,
                new ArrayList<Reference>());
    }

    private static Document parsed(String resource) throws Exception {
        try (InputStream in = VeraLauncher.class.getClassLoader().getResourceAsStream(resource)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && name.equals(node.getNodeName())) {
                found.add((Element) node);
            }
        }
        return found;
    }

    private static Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent();
    }
}
