package org.ancregistry.ig.site;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlComposer;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * Takes the rows out of HL7's table and leaves their scripts, styles and pictures of lines behind: the guide's pages carry
 * none, a style sheet gives them their look, and a reader that hears the page hears the depth of no element.
 */
final class PlainRows {

    /** The kind of an element in the name of HL7's picture; the guide has a picture of its own for each. */
    private static final Pattern KIND = Pattern.compile("icon_(?:modifier_)?([a-z]+).*");

    private static final Map<String, String> LOOKS = Map.of(
            "line-through", "gone",
            "opacity", "same",
            "background-color: red", "flag must",
            "background-color: #fdf4f4", "flag",
            "font-weight:bold", "label",
            "darkgreen", "fixed");

    private static final Set<String> KEPT = Set.of("span", "br", "a", "code", "p", "b", "i");

    private final String part;

    /** @param part what comes before the names of elements, so that two tables on one page have no name in common */
    PlainRows(String part) {
        this.part = part;
    }

    /** The rows as HTML, without the first (the headers) and the last (a link to an explanation of HL7's). */
    String of(XhtmlNode table) throws IOException {
        var rows = table.getChildNodes().stream()
                .filter(node -> "tr".equals(node.getName()))
                .toList();
        var html = new StringBuilder();
        for (var row : rows.subList(1, rows.size() - 1)) {
            html.append(new XhtmlComposer(XhtmlComposer.HTML, false).compose(plain(row)))
                    .append('\n');
        }
        return html.toString();
    }

    private XhtmlNode plain(XhtmlNode row) {
        var cells = elements(row);
        var plain = new XhtmlNode(NodeType.Element, "tr");
        named(plain, cells.get(0));
        for (var cell : cells.subList(1, cells.size())) {
            copy(cell, plain.addTag("td"));
        }
        return plain;
    }

    /** The first cell: how deep the element lies, of which kind it is, what it is called, and its place on the page. */
    private void named(XhtmlNode row, XhtmlNode cell) {
        var pictures = elements(cell).stream()
                .filter(node -> "img".equals(node.getName()))
                .toList();
        var name = row.addTag("th").attribute("scope", "row");
        name.attribute("class", "d" + (pictures.size() - 2));
        for (var child : cell.getChildNodes()) {
            if ("img".equals(child.getName())) {
                kind(child, name);
            } else if (child.hasAttribute("name")) {
                row.attribute("id", part + "-" + child.getAttribute("name"));
            } else if (!child.allText().isBlank()) {
                look(child, name.addTag("code")).addText(child.allText().strip());
            }
        }
    }

    private static void kind(XhtmlNode picture, XhtmlNode name) {
        var kind = KIND.matcher(picture.getAttribute("src"));
        if (kind.matches()) {
            name.addTag("img")
                    .attribute("src", "kind-" + kind.group(1) + ".svg")
                    .attribute("alt", picture.getAttribute("title"))
                    .attribute("width", "16")
                    .attribute("height", "16");
        }
    }

    private void copy(XhtmlNode from, XhtmlNode to) {
        for (var child : from.getChildNodes()) {
            if (child.getNodeType() == NodeType.Text) {
                to.addText(child.getContent());
            } else if (child.getNodeType() == NodeType.Element) {
                element(child, to);
            }
        }
    }

    private void element(XhtmlNode child, XhtmlNode to) {
        var name = child.getName();
        if ("table".equals(name)) {
            bindings(child, to.addTag("ul"));
        } else if (KEPT.contains(name)) {
            var kept = look(child, to.addTag(name));
            if (child.hasAttribute("href")) {
                kept.attribute("href", address(child.getAttribute("href")));
            }
            copy(child, kept);
        } else {
            copy(child, to);
        }
    }

    /** "See Bundle.link" leads to that row of this table. */
    private String address(String address) {
        return address.startsWith("#") ? "#" + part + "-" + address.substring(1) : address;
    }

    /** Further bindings are a table in a cell with HL7, and a list here. */
    private void bindings(XhtmlNode table, XhtmlNode list) {
        var rows = elements(table).stream()
                .filter(node -> "tr".equals(node.getName()))
                .toList();
        for (var row : rows.subList(1, rows.size())) {
            var item = list.addTag("li");
            for (var cell : elements(row)) {
                copy(cell, item);
                item.addText(" ");
            }
        }
    }

    private static XhtmlNode look(XhtmlNode from, XhtmlNode to) {
        var style = from.hasAttribute("style") ? from.getAttribute("style") : "";
        var looks = LOOKS.entrySet().stream()
                .filter(look -> style.contains(look.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
        return looks.isEmpty() ? to : to.attribute("class", looks);
    }

    private static List<XhtmlNode> elements(XhtmlNode node) {
        return node.getChildNodes().stream()
                .filter(child -> child.getNodeType() == NodeType.Element)
                .toList();
    }
}
