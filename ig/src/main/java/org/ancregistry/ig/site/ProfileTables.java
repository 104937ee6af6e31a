package org.ancregistry.ig.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.convertors.loaders.loaderR5.NullLoaderKnowledgeProviderR5;
import org.hl7.fhir.convertors.loaders.loaderR5.R4ToR5Loader;
import org.hl7.fhir.r5.conformance.profile.ProfileUtilities;
import org.hl7.fhir.r5.context.SimpleWorkerContext;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.renderers.Renderer.RenderingStatus;
import org.hl7.fhir.r5.renderers.StructureDefinitionRenderer;
import org.hl7.fhir.r5.renderers.utils.RenderingContext;
import org.hl7.fhir.r5.renderers.utils.ResourceWrapper;
import org.hl7.fhir.utilities.MarkDownProcessor;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * Draws the table of elements of each profile and extension with the renderer that HL7's publisher uses, so that whoever knows
 * published guides reads this one. Each profile gives two files of table rows, for what it adds and for all of it; the
 * pages themselves are made from them by the guide's build.
 */
public final class ProfileTables {

    private static final String R4 = "4.0.1";
    private static final String SPECIFICATION = "http://hl7.org/fhir/R4/";

    private final SimpleWorkerContext definitions;
    private final GuideLinks links;
    private final RenderingContext rendering;
    private final Path pictures;

    private ProfileTables(SimpleWorkerContext definitions, GuideLinks links, Path pictures) {
        this.definitions = definitions;
        this.links = links;
        this.pictures = pictures;
        this.rendering = new RenderingContext(
                definitions,
                new MarkDownProcessor(MarkDownProcessor.Dialect.COMMON_MARK),
                null,
                SPECIFICATION,
                "",
                Locale.ENGLISH,
                RenderingContext.ResourceRendererMode.TECHNICAL,
                RenderingContext.GenerationRules.IG_PUBLISHER);
        rendering.setPkp(links);
        rendering.setProfileUtilities(new ProfileUtilities(definitions, new ArrayList<>(), links));
    }

    /**
     * Does nothing where the tables are there already: the build takes them away when the guide has changed.
     *
     * @param arguments folder of FHIR's own package, file of the guide's package, folder for the tables
     * @throws IOException if a package cannot be read or a table cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        var made = Path.of(arguments[2]).toAbsolutePath();
        if (Files.exists(made)) {
            return;
        }
        var making = made.resolveSibling(made.getFileName() + ".making");
        Files.createDirectories(making);
        var pictures = Files.createTempDirectory("pictures");
        tables(Path.of(arguments[0]), Path.of(arguments[1]), pictures).writeTo(making);
        Files.move(making, made);
    }

    private static ProfileTables tables(Path core, Path guide, Path pictures) throws IOException {
        var definitions = new SimpleWorkerContext.SimpleWorkerContextBuilder()
                .fromPackage(NpmPackage.fromFolder(core.toAbsolutePath().toString()), loader(), false);
        try (var file = Files.newInputStream(guide)) {
            var ours = NpmPackage.fromPackage(file);
            definitions.loadFromPackage(ours, loader());
            return new ProfileTables(
                    definitions, new GuideLinks(definitions, ours.canonical(), SPECIFICATION), pictures);
        }
    }

    /** What a table of elements links to. The guide's operations are left out: R5 does not know R4's type "Type". */
    private static R4ToR5Loader loader() {
        var types = Set.of("StructureDefinition", "ValueSet", "CodeSystem");
        return new R4ToR5Loader(types, new NullLoaderKnowledgeProviderR5(), R4);
    }

    private void writeTo(Path folder) throws IOException {
        for (var profile : definitions.fetchResourcesByType(StructureDefinition.class)) {
            if (links.isOurs(profile)) {
                Files.writeString(folder.resolve(profile.getId() + "-adds.html"), rows(profile, "adds"));
                Files.writeString(folder.resolve(profile.getId() + "-all.html"), rows(profile, "all"));
            }
        }
    }

    private String rows(StructureDefinition profile, String part) throws IOException {
        return new PlainRows(part).of(table(profile, part.equals("all")));
    }

    private XhtmlNode table(StructureDefinition profile, boolean all) throws IOException {
        var page = GuideLinks.pageOf(profile);
        var wrapped = ResourceWrapper.forResource(rendering.getContextUtilities(), profile);
        return new StructureDefinitionRenderer(rendering)
                .generateTable(
                        new RenderingStatus(),
                        page,
                        profile,
                        !all,
                        pictures.toString(),
                        false,
                        profile.getId(),
                        all,
                        SPECIFICATION,
                        "",
                        false,
                        false,
                        new HashSet<>(),
                        false,
                        rendering,
                        "",
                        wrapped,
                        all ? "All" : "Adds");
    }
}
