package de.stadtforum.testing;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/// veraPDF's word on a file: for everyone (PDF/UA-1) and for good (PDF/A-2a). It says nothing about signs that are missing or text that is cut off: look at the text as well.
public final class PdfConformance {
    private PdfConformance() {}

    /// @throws AssertionError with the rules that the file breaks
    public static void check(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        for (var flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) check(pdf, flavour);
    }

    private static void check(byte[] pdf, PDFAFlavour flavour) {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = foundry.createValidator(profile(flavour), false)) {
            var result = validator.validate(parser);
            if (!result.isCompliant())
                throw new AssertionError(flavour + ": " + result.getFailedChecks());
        } catch (Exception unreadable) {
            throw new AssertionError(flavour + ": the file cannot be read", unreadable);
        }
    }

    private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
        var name = flavour == PDFAFlavour.PDFUA_1 ? "PDFUA-1" : "PDFA-2A";
        var path = "/org/verapdf/pdfa/validation/" + name + ".xml";
        try (var file = ValidationProfile.class.getResourceAsStream(path)) {
            return Profiles.profileFromXml(Objects.requireNonNull(file, path));
        }
    }
}
